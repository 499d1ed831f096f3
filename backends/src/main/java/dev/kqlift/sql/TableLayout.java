package dev.kqlift.sql;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a table that a query reads has to stand in the target, for whoever fills it.
 *
 * @param columns those that the query reads
 * @param origin where the query reads it first
 */
public record TableLayout(String table, List<Column> columns, Origin origin) {
    /** A column for tables of which the query reads none: their rows count all the same. */
    private static final String NO_COLUMN = "no column";

    public TableLayout {
        columns = List.copyOf(columns);
    }

    /** The tables that a query reads, in the order in which it does. */
    public static List<TableLayout> of(Relation root) {
        RequiredColumns required = RequiredColumns.of(root);
        Map<String, TableLayout> layouts = new LinkedHashMap<>();
        for (Relation relation : Trees.relations(List.of(root))) {
            if (relation instanceof Relation.TableScan scan) {
                List<Column> read = scan.columns().stream()
                        .filter(column -> required.needs(scan, column))
                        .toList();
                layouts.merge(scan.table(), new TableLayout(scan.table(), read, scan.origin()), TableLayout::with);
            }
        }
        return List.copyOf(layouts.values());
    }

    private TableLayout with(TableLayout other) {
        Map<String, Column> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column.name(), column));
        other.columns.forEach(column -> all.putIfAbsent(column.name(), column));
        return new TableLayout(table, List.copyOf(all.values()), origin);
    }

    /** Why the target cannot have these tables, if it cannot; told of one of them. */
    public static Optional<Obstacle> obstacle(List<TableLayout> layouts) {
        Set<String> taken = new HashSet<>();
        for (TableLayout layout : layouts) {
            if (!taken.add(layout.table.toLowerCase(Locale.ROOT))) {
                return Optional.of(
                        new Obstacle(layout, "the target takes names that differ only in case for one table"));
            }
            Optional<String> reason = layout.columnObstacle();
            if (reason.isPresent()) {
                return reason.map(text -> new Obstacle(layout, text));
            }
        }
        return Optional.empty();
    }

    /** Why a table cannot be in the target. */
    public record Obstacle(TableLayout layout, String reason) {}

    private Optional<String> columnObstacle() {
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            if (column.type() == KqlType.DECIMAL || column.type() == KqlType.UNKNOWN) {
                return Optional.of("the target has no column `" + column.name() + "` of type "
                        + column.type().word());
            }
            if (!taken.add(column.name().toLowerCase(Locale.ROOT))) {
                return Optional.of("the target takes `" + column.name() + "` and another column for one");
            }
        }
        return Optional.empty();
    }

    /** The statement that makes the table, without rows. */
    public String statement() {
        List<String> items = new ArrayList<>();
        columns.forEach(column -> items.add(SqlNames.quoted(column.name()) + " " + SqlTypes.name(column.type())));
        if (items.isEmpty()) {
            items.add(SqlNames.quoted(NO_COLUMN) + " INTEGER");
        }
        return "CREATE TABLE " + SqlNames.quoted(table) + " (" + String.join(", ", items) + ")";
    }

    /** Whether the target can hold a text. */
    public static boolean holds(String text) {
        return SqlNames.valid(text);
    }

    /** A dynamic value as the target holds it; empty where it cannot. */
    public static Optional<String> json(Value value) {
        return SqlLiterals.jsonText(value);
    }
}
