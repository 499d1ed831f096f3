package dev.kqlift.semantic;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** What a name of a query stands for. */
sealed interface Symbol {
    /** A scalar {@code let}, or a parameter in the body of a call: its value is put in its place. */
    record ScalarSymbol(Scalar value) implements Symbol {}

    /** A table: bound once, read wherever it is named. */
    record TableSymbol(Relation relation, Use use) implements Symbol {}

    /** A function of the query and the names that its body sees. */
    record FunctionSymbol(String name, Statement.FunctionValue function, Names closure, Use use) implements Symbol {}

    /**
     * A pattern.
     *
     * @param cases none for a pattern that is declared only
     */
    record PatternSymbol(String name, List<PatternCase> cases) implements Symbol {
        public PatternSymbol {
            cases = List.copyOf(cases);
        }
    }

    /** The values of a call of a pattern, none where one is not known, and what such a call stands for. */
    record PatternCase(List<Optional<String>> arguments, Optional<String> path, FunctionSymbol value) {}

    /** An entity group, or a database alias: what is under it is not known. */
    record ElsewhereSymbol() implements Symbol {}

    /** Whether a symbol was ever read. */
    final class Use {
        private boolean used;

        boolean isUsed() {
            return used;
        }

        void mark() {
            used = true;
        }
    }
}
