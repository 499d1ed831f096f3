package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether rows are known to differ in some columns, because they were grouped by them or because there is only one. */
final class UniqueKeys {
    private UniqueKeys() {}

    static boolean hold(Relation.Join join) {
        Set<ColumnId> keys = new HashSet<>();
        for (Relation.JoinCondition condition : join.conditions()) {
            if (condition.left() instanceof Scalar.ColumnRef reference) {
                keys.add(reference.column().id());
            }
        }
        return hold(join.left(), keys);
    }

    /** True where no two rows of a relation agree in all of the columns. */
    static boolean hold(Relation relation, Set<ColumnId> columns) {
        Optional<Set<ColumnId>> unique = uniqueColumns(relation);
        return unique.isPresent() && columns.containsAll(unique.get());
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
            case Relation.Take take ->
                SqlForms.number(take.count()).filter(count -> count <= 1).isPresent()
                        ? Optional.of(Set.of())
                        : uniqueColumns(take.input());
            case Relation.Marker marker -> uniqueColumns(marker.input());
            case Relation.Project project -> uniqueColumns(project.input()).map(columns -> renamed(project, columns));
            case Relation.TableScan ignored -> Optional.empty();
            case Relation.Rows rows -> rows.rows().size() <= 1 ? Optional.of(Set.of()) : Optional.empty();
            case Relation.Range range -> Optional.of(Set.of(range.column().id()));
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
