package dev.kqlift.lint;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What computes each column of a query: the scalar that {@code extend}, {@code project}, a group key or the right side of
 * a join gives to it. Columns of tables, and those that union or an operator without spelt-out meaning makes, have none.
 */
final class ColumnDefinitions {
    /** Chains of renames are short; a longer one is an error somewhere. */
    private static final int LONGEST_CHAIN = 100;

    private final Map<ColumnId, Scalar> definitions = new HashMap<>();

    private ColumnDefinitions() {}

    static ColumnDefinitions of(BoundQuery query) {
        ColumnDefinitions found = new ColumnDefinitions();
        for (Relation relation : QueryRelationList.of(query)) {
            found.add(relation);
        }
        return found;
    }

    private void add(Relation relation) {
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
        for (Assignment assignment : assignments) {
            definitions.put(assignment.column().id(), assignment.value());
        }
    }

    /** What computes a column; empty for one that nothing computes. */
    Optional<Scalar> definition(ColumnId column) {
        return Optional.ofNullable(definitions.get(column));
    }

    /** What computes a value, renames followed: a column that nothing computes, or any other scalar. */
    Scalar resolve(Scalar scalar) {
        Scalar current = scalar;
        for (int i = 0; i < LONGEST_CHAIN && current instanceof Scalar.ColumnRef reference; i++) {
            Scalar next = definitions.get(reference.column().id());
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }
}
