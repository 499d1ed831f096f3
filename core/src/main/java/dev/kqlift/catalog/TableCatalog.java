package dev.kqlift.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The tables that are known, by name with case. Immutable, and safe to share between threads. */
public final class TableCatalog {
    private final Map<String, TableSchema> tables;
    private final boolean fallsBackOnBuiltIn;
    private final Optional<Platform> platform;

    private TableCatalog(Map<String, TableSchema> tables, boolean fallsBackOnBuiltIn, Optional<Platform> platform) {
        this.tables = tables;
        this.fallsBackOnBuiltIn = fallsBackOnBuiltIn;
        this.platform = platform;
    }

    /** The tables that kqlift carries. Costs nothing until the first table is looked up. */
    public static TableCatalog builtIn() {
        return new TableCatalog(Map.of(), true, Optional.empty());
    }

    /** A catalog of just these tables; of two with one name the later. */
    public static TableCatalog of(List<TableSchema> tables) {
        return new TableCatalog(byName(Map.of(), tables), false, Optional.empty());
    }

    /** This catalog with more tables; one whose name is known takes the place of the known one. */
    public TableCatalog with(List<TableSchema> more) {
        return new TableCatalog(byName(tables, more), fallsBackOnBuiltIn, platform);
    }

    /**
     * This catalog as a service has it. Where none is told, the tables of Defender have the time columns of both services,
     * as their copies in Sentinel do; in Defender itself they have its own alone.
     */
    public TableCatalog on(Optional<Platform> service) {
        return new TableCatalog(tables, fallsBackOnBuiltIn, service);
    }

    /** The table of a name. */
    public Optional<TableSchema> table(String name) {
        TableSchema own = tables.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        return fallsBackOnBuiltIn ? BuiltInTables.shared().table(name).map(this::onPlatform) : Optional.empty();
    }

    private TableSchema onPlatform(TableSchema table) {
        if (!platform.equals(Optional.of(Platform.DEFENDER))
                || !BuiltInTables.shared().isOfDefender(table.name())) {
            return table;
        }
        return new TableSchema(
                table.name(),
                table.columns().stream()
                        .filter(column -> !column.name().equals(Platform.SENTINEL.timeColumn()))
                        .toList());
    }

    /** The names of all tables, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        if (fallsBackOnBuiltIn) {
            names.addAll(BuiltInTables.shared().names());
        }
        return List.copyOf(names);
    }

    private static Map<String, TableSchema> byName(Map<String, TableSchema> known, List<TableSchema> more) {
        Map<String, TableSchema> byName = new LinkedHashMap<>(known);
        more.forEach(table -> byName.put(table.name(), table));
        return byName;
    }
}
