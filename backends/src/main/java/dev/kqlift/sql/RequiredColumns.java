package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of each relation are read at all, so that a table is asked for those only: a target's table may lack others
 * that KQL's has.
 */
final class RequiredColumns {
    private final Map<Relation, Set<ColumnId>> required = new IdentityHashMap<>();

    private RequiredColumns() {}

    static RequiredColumns of(Relation root) {
        RequiredColumns result = new RequiredColumns();
        Set<ColumnId> all = new LinkedHashSet<>();
        root.columns().forEach(column -> all.add(column.id()));
        result.need(root, all);
        return result;
    }

    boolean needs(Relation relation, Column column) {
        Set<ColumnId> columns = required.get(relation);
        return columns != null && columns.contains(column.id());
    }

    private void need(Relation relation, Set<ColumnId> columns) {
        Set<ColumnId> known = required.get(relation);
        if (known != null && known.containsAll(columns)) {
            return;
        }
        Set<ColumnId> all = new LinkedHashSet<>(columns);
        if (known != null) {
            all.addAll(known);
        }
        required.put(relation, all);
        if (relation instanceof Relation.Union union) {
            needOfUnion(union, all);
            return;
        }
        Set<ColumnId> read = new LinkedHashSet<>(all);
        if (relation instanceof Relation.Aggregate aggregate) {
            aggregate.keys().forEach(key -> read(key.value(), read));
            readWanted(aggregate.aggregates(), all, read);
        } else if (relation instanceof Relation.Join join) {
            for (Relation.JoinCondition condition : join.conditions()) {
                read(condition.left(), read);
                read(condition.right(), read);
            }
            readWanted(join.rightColumns(), all, read);
        } else {
            Trees.forEachScalar(relation, scalar -> read(scalar, read));
        }
        Trees.forEachInput(relation, input -> {
            Set<ColumnId> below = new LinkedHashSet<>();
            for (Column column : input.columns()) {
                if (read.contains(column.id())) {
                    below.add(column.id());
                }
            }
            need(input, below);
        });
    }

    private void needOfUnion(Relation.Union union, Set<ColumnId> all) {
        for (Relation.UnionInput input : union.inputs()) {
            Set<ColumnId> below = new LinkedHashSet<>();
            for (int i = 0; i < input.columns().size() && i < union.columns().size(); i++) {
                Optional<Column> source = input.columns().get(i);
                if (source.isPresent() && all.contains(union.columns().get(i).id())) {
                    below.add(source.get().id());
                }
            }
            need(input.relation(), below);
        }
    }

    /** A column that is only passed on is read if it is wanted itself; what is computed is computed in any case. */
    private void readWanted(List<Assignment> assignments, Set<ColumnId> all, Set<ColumnId> into) {
        for (Assignment assignment : assignments) {
            if (!(assignment.value() instanceof Scalar.ColumnRef)
                    || all.contains(assignment.column().id())) {
                read(assignment.value(), into);
            }
        }
    }

    private void read(Scalar scalar, Set<ColumnId> into) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            into.add(reference.column().id());
        }
        Trees.subquery(scalar).ifPresent(relation -> {
            Set<ColumnId> first = new LinkedHashSet<>();
            relation.columns().stream().limit(1).forEach(column -> first.add(column.id()));
            need(relation, first);
        });
        Trees.forEachChild(scalar, child -> read(child, into));
    }
}
