package dev.kqlift.sql;

import dev.kqlift.ir.ColumnId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A relation that has become a step.
 *
 * @param step the step's name
 * @param names the columns of the step by id, in order: those of the relation that are needed, and those that carry the order
 * @param ordering how the rows are ordered; empty where they are not. A property, because a step has no order of its own
 */
record SqlRelation(String step, Map<ColumnId, String> names, List<OrderKey> ordering) {
    SqlRelation {
        names = new LinkedHashMap<>(names);
        ordering = List.copyOf(ordering);
    }

    /** A column by which rows are ordered. */
    record OrderKey(ColumnId column, boolean ascending, boolean nullsFirst, boolean real) {}

    /** The name that the step has as a source. */
    String source() {
        return SqlNames.quoted(step);
    }

    /** The name of a column that the step has. */
    String name(ColumnId column) {
        return Objects.requireNonNull(names.get(column), "a column of the step");
    }

    Scope scope() {
        Map<ColumnId, String> columns = new LinkedHashMap<>();
        names.forEach((id, name) -> columns.put(id, SqlNames.quoted(name)));
        return new Scope(columns, orderBy(), orderColumns());
    }

    /** The columns behind the name of a join side. */
    Scope scope(String alias) {
        Map<ColumnId, String> columns = new LinkedHashMap<>();
        names.forEach((id, name) -> columns.put(id, alias + "." + SqlNames.quoted(name)));
        return new Scope(columns, List.of(), Set.of());
    }

    List<String> orderBy() {
        return orderBy("");
    }

    /** The order for a reader that names the columns in its own way: its names would come before those of the step. */
    List<String> orderByOfStep() {
        return orderBy(source() + ".");
    }

    private List<String> orderBy(String before) {
        List<String> keys = new ArrayList<>();
        for (OrderKey key : ordering) {
            String name = before + SqlNames.quoted(name(key.column()));
            if (key.real()) {
                // NaN stands beside the nulls, between them and the numbers, whatever the direction.
                keys.add("isnan(" + name + ")" + direction(!key.nullsFirst(), key.nullsFirst()));
            }
            keys.add(name + direction(key.ascending(), key.nullsFirst()));
        }
        return keys;
    }

    static String direction(boolean ascending, boolean nullsFirst) {
        return (ascending ? " ASC" : " DESC") + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    Set<ColumnId> orderColumns() {
        Set<ColumnId> result = new LinkedHashSet<>();
        ordering.forEach(key -> result.add(key.column()));
        return result;
    }

    /**
     * What a scalar can read.
     *
     * @param columns finished references by id
     * @param orderBy the order of the rows
     * @param settled the columns in which rows agree that have no order among each other
     */
    record Scope(Map<ColumnId, String> columns, List<String> orderBy, Set<ColumnId> settled) {
        static final Scope EMPTY = new Scope(Map.of(), List.of(), Set.of());

        /** A scope whose rows have an order without ties. */
        Scope withoutTies() {
            return new Scope(columns, orderBy, columns.keySet());
        }

        Scope {
            columns = new LinkedHashMap<>(columns);
            orderBy = List.copyOf(orderBy);
            settled = Set.copyOf(settled);
        }
    }
}
