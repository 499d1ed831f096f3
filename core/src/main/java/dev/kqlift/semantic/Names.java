package dev.kqlift.semantic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names declared so far, innermost first. Immutable: a declaration makes a longer chain. */
final class Names {
    static final Names NONE = new Names("", new Symbol.ElsewhereSymbol(), null);

    private final String name;
    private final Symbol symbol;
    private final @Nullable Names outer;

    private Names(String name, Symbol symbol, @Nullable Names outer) {
        this.name = name;
        this.symbol = symbol;
        this.outer = outer;
    }

    Names with(String declared, Symbol meaning) {
        return new Names(declared, meaning, this);
    }

    /** A block inside: what it declares may hide a name from outside. */
    Names inner() {
        return new Names("", new Symbol.ElsewhereSymbol(), this);
    }

    /** Whether the innermost block has declared the name already. */
    boolean declares(String wanted) {
        for (Names scope = this; scope != null && !scope.name.isEmpty(); scope = scope.outer) {
            if (scope.name.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The views whose names a test takes, each once, in the order in which they are declared. */
    Map<String, Symbol.FunctionSymbol> views(Predicate<String> wanted) {
        LinkedHashMap<String, Symbol.FunctionSymbol> found = new LinkedHashMap<>();
        for (Names scope = this; scope != null && scope.outer != null; scope = scope.outer) {
            if (scope.symbol instanceof Symbol.FunctionSymbol function
                    && function.function().view()
                    && wanted.test(scope.name)) {
                found.putIfAbsent(scope.name, function);
            }
        }
        Map<String, Symbol.FunctionSymbol> inOrder = new LinkedHashMap<>();
        found.sequencedEntrySet().reversed().forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
        return inOrder;
    }

    Optional<Symbol> find(String wanted) {
        for (Names scope = this; scope != null && scope.outer != null; scope = scope.outer) {
            if (scope.name.equals(wanted)) {
                return Optional.of(scope.symbol);
            }
        }
        return Optional.empty();
    }
}
