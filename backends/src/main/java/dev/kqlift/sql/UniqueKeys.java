package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the left rows of a join are known to differ in their keys, because they were grouped by them. */
final class UniqueKeys {
    private UniqueKeys() {}

    static boolean hold(Relation.Join join) {
        Set<ColumnId> keys = new HashSet<>();
        for (Relation.JoinCondition condition : join.conditions()) {
            if (condition.left() instanceof Scalar.ColumnRef reference) {
                keys.add(reference.column().id());
            }
        }
        Optional<Set<ColumnId>> unique = uniqueColumns(join.left());
        return unique.isPresent() && keys.containsAll(unique.get());
    }

    /** A set of columns in which no two rows agree. */
    private static Optional<Set<ColumnId>> uniqueColumns(Relation relation) {
        return switch (relation) {
            case Relation.Aggregate aggregate -> {
                Set<ColumnId> keys = new HashSet<>();
                aggregate.keys().forEach(key -> keys.add(key.column().id()));
                yield Optional.of(keys);
            }
            case Relation.Filter filter -> uniqueColumns(filter.input());
            case Relation.Sort sort -> uniqueColumns(sort.input());
            case Relation.Take take -> uniqueColumns(take.input());
            case Relation.Marker marker -> uniqueColumns(marker.input());
            case Relation.Project project -> uniqueColumns(project.input()).map(columns -> renamed(project, columns));
            case Relation.TableScan ignored -> Optional.empty();
            case Relation.Rows ignored -> Optional.empty();
            case Relation.Range ignored -> Optional.empty();
            case Relation.External ignored -> Optional.empty();
            case Relation.FunctionScan ignored -> Optional.empty();
            case Relation.Join ignored -> Optional.empty();
            case Relation.Union ignored -> Optional.empty();
            case Relation.Expand ignored -> Optional.empty();
            case Relation.Apply ignored -> Optional.empty();
            case Relation.Parse ignored -> Optional.empty();
            case Relation.Evaluate ignored -> Optional.empty();
            case Relation.Other ignored -> Optional.empty();
            case Relation.Unresolved ignored -> Optional.empty();
        };
    }

    /** {@code project b = a} passes a column on under a new id. A column that is dropped stays and is found nowhere. */
    private static Set<ColumnId> renamed(Relation.Project project, Set<ColumnId> columns) {
        Set<ColumnId> result = new HashSet<>(columns);
        Set<ColumnId> passed = new HashSet<>();
        project.columns().forEach(column -> passed.add(column.id()));
        for (Assignment assignment : project.assignments()) {
            if (assignment.value() instanceof Scalar.ColumnRef reference
                    && columns.contains(reference.column().id())
                    && !passed.contains(reference.column().id())) {
                result.remove(reference.column().id());
                result.add(assignment.column().id());
            }
        }
        return result;
    }
}
