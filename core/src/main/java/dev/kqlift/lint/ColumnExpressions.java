package dev.kqlift.lint;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that make the columns of a result, followed through names and joins, but not through the expansion of lists. */
final class ColumnExpressions {
    /** How often a value is passed on under a new name before it is no longer followed. */
    private static final int MOST_HOPS = 64;

    private final Map<ColumnId, Scalar> values = new HashMap<>();
    private final Map<String, ColumnId> columns = new HashMap<>();

    private ColumnExpressions() {}

    static ColumnExpressions of(BoundQuery query) {
        ColumnExpressions expressions = new ColumnExpressions();
        query.relation().ifPresent(result -> {
            result.columns().forEach(column -> expressions.columns.put(column.name(), column.id()));
            Trees.relations(List.of(result)).forEach(expressions::relation);
        });
        return expressions;
    }

    private void relation(Relation relation) {
        if (relation instanceof Relation.Project project) {
            add(project.assignments());
        } else if (relation instanceof Relation.Aggregate aggregate) {
            add(aggregate.keys());
            add(aggregate.aggregates());
        } else if (relation instanceof Relation.Join join) {
            add(join.rightColumns());
        }
    }

    private void add(List<Assignment> assignments) {
        assignments.forEach(assignment -> values.putIfAbsent(assignment.column().id(), assignment.value()));
    }

    /**
     * A call that makes a column.
     *
     * @param function its name
     * @param arguments how many it has
     * @param span its place in the query
     */
    record Made(String function, int arguments, Span span) {}

    /** The call that makes a column, where a call does. */
    Optional<Made> call(String column) {
        ColumnId id = columns.get(column);
        Scalar value = id == null ? null : values.get(id);
        for (int i = 0; i < MOST_HOPS && value instanceof Scalar.ColumnRef reference; i++) {
            value = values.get(reference.column().id());
        }
        if (value instanceof Scalar.Call call) {
            return Optional.of(new Made(
                    call.function().name(),
                    call.arguments().size(),
                    call.origin().span()));
        }
        return value instanceof Scalar.AggregateCall call
                ? Optional.of(new Made(
                        call.function().name(),
                        call.arguments().size(),
                        call.origin().span()))
                : Optional.empty();
    }
}
