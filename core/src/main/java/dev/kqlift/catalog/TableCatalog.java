package dev.kqlift.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that are known, by name with case. Immutable. */
public final class TableCatalog {
    private final Map<String, TableSchema> tables;

    private TableCatalog(Map<String, TableSchema> tables) {
        this.tables = tables;
    }

    /** The tables that kqlift carries. */
    public static TableCatalog builtIn() {
        return new TableCatalog(Map.of());
    }

    /** A catalog of just these tables. */
    public static TableCatalog of(List<TableSchema> tables) {
        Map<String, TableSchema> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return new TableCatalog(byName);
    }

    /** The table of a name. */
    public Optional<TableSchema> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }
}
