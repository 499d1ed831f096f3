package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the stages that read a second table. */
final class CombinationGenerator {
    private final RuleDraft draft;
    private final Draws draws;
    private final List<ColumnSchema> columns;
    private final int nesting;

    CombinationGenerator(RuleDraft draft, List<ColumnSchema> columns, int nesting) {
        this.draft = draft;
        this.draws = draft.draws();
        this.columns = columns;
        this.nesting = nesting;
    }

    Optional<TabularOperator> join() {
        List<Parameter> kind = draws.oneIn(10)
                ? List.of()
                : List.of(Nodes.word(
                        "kind", draws.of(draft.generator().vocabulary().joins())));
        return combined(false, kind);
    }

    Optional<TabularOperator> lookup() {
        return combined(true, List.of(Nodes.word("kind", draws.of(List.of("leftouter", "inner")))));
    }

    private Optional<TabularOperator> combined(boolean lookup, List<Parameter> kind) {
        RuleDraft.Known right = draft.other(nesting);
        List<Expression> keys = new ArrayList<>();
        for (int i = draws.between(1, 2); i > 0; i--) {
            key(right.columns()).filter(key -> !keys.contains(key)).ifPresent(keys::add);
        }
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new TabularOperator.Join(
                        lookup, kind, inside(right.table()), keys, Optional.empty(), Nodes.NONE));
    }

    private Optional<Expression> key(List<ColumnSchema> right) {
        List<Expression> keys = new ArrayList<>();
        for (ColumnSchema left : columns) {
            for (ColumnSchema other : right) {
                boolean alike = left.type() == other.type()
                        || left.type().isNumeric() && other.type().isNumeric();
                if (alike && left.type() != KqlType.DYNAMIC) {
                    keys.add(left.equals(other) ? Nodes.reference(left.name()) : equal(left, other));
                }
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(draws.of(keys));
    }

    private static Expression equal(ColumnSchema left, ColumnSchema right) {
        return Nodes.binary(BinaryOperator.EQUAL, side("$left", left), side("$right", right));
    }

    private static Expression side(String side, ColumnSchema column) {
        return new Expression.Path(Nodes.reference(side), Nodes.reference(column.name()), Nodes.NONE);
    }

    TabularOperator union() {
        List<Parameter> parameters = new ArrayList<>();
        if (draws.oneIn(2)) {
            parameters.add(Nodes.word("kind", draws.of(List.of("inner", "outer"))));
        }
        List<NamePattern> sources = new ArrayList<>();
        for (int i = draws.between(1, 2); i > 0; i--) {
            sources.add(Nodes.pattern(inside(draft.other(nesting).table())));
        }
        return new TabularOperator.Union(parameters, sources, Nodes.NONE);
    }

    private static Expression inside(Expression table) {
        return table instanceof Expression.Pipeline ? new Expression.Parenthesized(table, Nodes.NONE) : table;
    }
}
