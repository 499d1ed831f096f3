package dev.kqlift.lint;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which left sides of joins have one row for each key, as far as the query itself says so. */
final class OneRowPerKey {
    private final ColumnDefinitions definitions;

    private OneRowPerKey(ColumnDefinitions definitions) {
        this.definitions = definitions;
    }

    static OneRowPerKey of(BoundQuery query) {
        return new OneRowPerKey(ColumnDefinitions.of(query));
    }

    /** Whether no two left rows of a join have the same key. */
    boolean holdsLeftOf(Relation.Join join) {
        Set<ColumnId> keys = new HashSet<>();
        join.conditions().forEach(condition -> addChain(condition.left(), keys));
        return hasOneRow(join.left(), keys);
    }

    /** A key and all columns that it renames, down to the one that is computed. */
    private void addChain(Scalar key, Set<ColumnId> keys) {
        Scalar current = key;
        while (current instanceof Scalar.ColumnRef reference
                && keys.add(reference.column().id())) {
            current = definitions.definition(reference.column().id()).orElse(current);
        }
    }

    private static boolean hasOneRow(Relation relation, Set<ColumnId> keys) {
        return switch (relation) {
            case Relation.Aggregate aggregate -> keys.containsAll(columns(aggregate.keys()));
            case Relation.Rows rows -> rows.rows().size() <= 1;
            case Relation.Filter filter -> hasOneRow(filter.input(), keys);
            case Relation.Project project -> hasOneRow(project.input(), keys);
            case Relation.Sort sort -> hasOneRow(sort.input(), keys);
            case Relation.Take take -> hasOneRow(take.input(), keys);
            case Relation.Marker marker -> hasOneRow(marker.input(), keys);
            case Relation.TableScan ignored -> false;
            case Relation.Range ignored -> false;
            case Relation.External ignored -> false;
            case Relation.FunctionScan ignored -> false;
            case Relation.Join ignored -> false;
            case Relation.Union ignored -> false;
            case Relation.Expand ignored -> false;
            case Relation.Apply ignored -> false;
            case Relation.Parse parse -> hasOneRow(parse.input(), keys);
            case Relation.Evaluate ignored -> false;
            case Relation.Other ignored -> false;
            case Relation.Unresolved ignored -> false;
        };
    }

    private static List<ColumnId> columns(List<Assignment> keys) {
        return keys.stream().map(key -> key.column().id()).toList();
    }
}
