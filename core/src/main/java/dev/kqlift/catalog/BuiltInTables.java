package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of the resource {@code tables.tsv}, whose header describes its form. */
final class BuiltInTables {
    private static final String DEFENDER = "# defender\t";

    private final SortedLines lines;
    private final Map<String, ColumnSchema> shortForms = new LinkedHashMap<>();
    private final Set<String> defender = new HashSet<>();

    /*
     * A cache outside the engine, by exception: a run needs a handful of two thousand tables, and parsing all of them
     * would take longer than compiling a rule. It holds only tables that exist, so that it cannot outgrow the resource.
     */
    private final Map<String, TableSchema> parsed = new ConcurrentHashMap<>();

    private BuiltInTables(SortedLines lines) {
        this.lines = lines;
        for (String line : lines.header()) {
            if (line.startsWith("@")) {
                int tab = line.indexOf('\t');
                shortForms.put(line.substring(0, tab), spelledOut(line.substring(tab + 1)));
            } else if (line.startsWith(DEFENDER)) {
                defender.addAll(List.of(line.substring(DEFENDER.length()).split(",")));
            }
        }
    }

    static BuiltInTables of(String text) {
        return new BuiltInTables(SortedLines.of(text));
    }

    /** The tables of the resource, which is read when the first of them is asked for. */
    static BuiltInTables shared() {
        return Shared.TABLES;
    }

    List<String> names() {
        return lines.keys();
    }

    List<String> header() {
        return lines.header();
    }

    Optional<TableSchema> table(String name) {
        TableSchema known = parsed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TableSchema> table = lines.find(name).map(columns -> new TableSchema(name, columns(columns)));
        table.ifPresent(found -> parsed.put(name, found));
        return table;
    }

    /** Whether a table is one of Defender, of which Sentinel may hold a copy. */
    boolean isOfDefender(String name) {
        return defender.contains(name);
    }

    private List<ColumnSchema> columns(String text) {
        List<ColumnSchema> columns = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            columns.add(column(text.substring(start, end)));
            start = end + 1;
        }
        return columns;
    }

    private ColumnSchema column(String text) {
        if (!text.startsWith("@")) {
            return spelledOut(text);
        }
        ColumnSchema column = shortForms.get(text);
        if (column == null) {
            throw new IllegalStateException("tables.tsv has no short form " + text);
        }
        return column;
    }

    private static ColumnSchema spelledOut(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ColumnSchema(text, KqlType.STRING)
                : new ColumnSchema(text.substring(0, colon), type(text.substring(colon + 1)));
    }

    private static KqlType type(String letter) {
        return switch (letter) {
            case "b" -> KqlType.BOOL;
            case "d" -> KqlType.DATETIME;
            case "m" -> KqlType.DECIMAL;
            case "y" -> KqlType.DYNAMIC;
            case "g" -> KqlType.GUID;
            case "i" -> KqlType.INT;
            case "l" -> KqlType.LONG;
            case "r" -> KqlType.REAL;
            case "t" -> KqlType.TIMESPAN;
            default -> throw new IllegalStateException("tables.tsv has no type letter " + letter);
        };
    }

    private static final class Shared {
        static final BuiltInTables TABLES = new BuiltInTables(SortedLines.ofResource("tables.tsv"));
    }
}
