package dev.kqlift.evaluation;

import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that a query reads: those of which only the use tells the columns, and all of them. */
final class InferredTables {
    private InferredTables() {}

    /** The tables and functions whose columns are not known, with those that the query names. */
    static List<TableSchema> of(BoundQuery query) {
        Map<String, Map<String, KqlType>> tables = new LinkedHashMap<>();
        for (Relation relation : relations(query)) {
            if (relation.open() && nameOf(relation).length() > 0 && !(relation instanceof Relation.Other)) {
                Map<String, KqlType> columns = tables.computeIfAbsent(nameOf(relation), name -> new LinkedHashMap<>());
                for (Column column : relation.columns()) {
                    columns.merge(column.name(), typeOf(column), (a, b) -> a == KqlType.STRING ? b : a);
                }
            }
        }
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, columns) -> {
            List<TableSchema.ColumnSchema> list = new ArrayList<>();
            columns.forEach((column, type) -> list.add(new TableSchema.ColumnSchema(column, type)));
            if (list.isEmpty()) {
                list.add(new TableSchema.ColumnSchema("TimeGenerated", KqlType.DATETIME));
            }
            schemas.add(new TableSchema(name, list));
        });
        return schemas;
    }

    /** For each pattern of a query two of the tables that it matches, or one of a name of its own. */
    static List<TableSchema> matched(BoundQuery query, TableCatalog catalog) {
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        for (Relation relation : relations(query)) {
            if (relation instanceof Relation.Unresolved(var pattern, var columns, var origin)
                    && pattern.contains("*")) {
                Set<String> asked = new LinkedHashSet<>();
                columns.forEach(column -> asked.add(column.name()));
                relations(query).stream()
                        .filter(reader -> Trees.inputs(reader).contains(relation))
                        .forEach(reader -> reader.columns().forEach(column -> asked.add(column.name())));
                String names = pattern.replace("*", ".*");
                // Those that have the columns that the query names.
                List<TableSchema> known = catalog.names().stream()
                        .filter(name -> name.matches(names))
                        .flatMap(name -> catalog.table(name).stream())
                        .sorted(Comparator.comparingLong(table -> -table.columns().stream()
                                .filter(column -> asked.contains(column.name()))
                                .count()))
                        .limit(2)
                        .toList();
                known.forEach(table -> tables.put(table.name(), table));
                if (known.isEmpty()) {
                    List<TableSchema.ColumnSchema> own = new ArrayList<>();
                    columns.forEach(column -> own.add(new TableSchema.ColumnSchema(column.name(), typeOf(column))));
                    String name = pattern.replace("*", "Sample");
                    tables.put(name, new TableSchema(name, own));
                }
            }
        }
        return List.copyOf(tables.values());
    }

    /** All tables that a query reads, with all their columns. */
    static List<TableSchema> read(BoundQuery query, TableCatalog catalog) {
        Map<String, Map<String, KqlType>> tables = new LinkedHashMap<>();
        for (Relation relation : relations(query)) {
            String name = nameOf(relation);
            if (relation instanceof Relation.Other && !name.isEmpty()) {
                tables.computeIfAbsent(name, key -> new LinkedHashMap<>());
                FileProfile.schema()
                        .columns()
                        .forEach(column -> tables.get(name).put(column.name(), column.type()));
            } else if (!name.isEmpty()) {
                // A source that is read at several places has the columns that are asked of it at any of them.
                Map<String, KqlType> columns = tables.computeIfAbsent(name, key -> new LinkedHashMap<>());
                relation.columns().forEach(column -> columns.putIfAbsent(column.name(), typeOf(column)));
            }
        }
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, columns) -> {
            List<TableSchema.ColumnSchema> list = new ArrayList<>();
            columns.forEach((column, type) -> list.add(new TableSchema.ColumnSchema(column, type)));
            schemas.add(new TableSchema(name, list));
        });
        for (Relation relation : relations(query)) {
            if (relation instanceof Relation.Unresolved(var text, var columns, var origin) && text.contains("*")) {
                schemas.addAll(matching(text, columns, catalog));
            }
        }
        return schemas;
    }

    /** A few of the known tables that a pattern matches and that have the columns that are asked of them. */
    private static List<TableSchema> matching(String pattern, List<Column> asked, TableCatalog catalog) {
        Pattern names = Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return catalog.names().stream()
                .filter(name -> names.matcher(name).matches())
                .flatMap(name -> catalog.table(name).stream())
                .filter(table -> asked.stream()
                        .allMatch(column -> table.columns().stream()
                                .anyMatch(own -> own.name().equals(column.name()))))
                .limit(3)
                .toList();
    }

    private static List<Relation> relations(BoundQuery query) {
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        return Trees.relations(roots);
    }

    private static String nameOf(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> scan.table();
            case Relation.FunctionScan scan -> watchlist(scan).orElse(scan.function());
            case Relation.External external ->
                external.locations().isEmpty() ? "" : external.locations().getFirst();
            case Relation.Other other ->
                other.meaning() instanceof OperatorMeaning.Invocation(var function, var names)
                                && function.equals(FileProfile.FUNCTION)
                        ? function
                        : "";
            default -> "";
        };
    }

    private static Optional<String> watchlist(Relation.FunctionScan scan) {
        return scan.function().equals("_GetWatchlist")
                        && scan.arguments().size() == 1
                        && scan.arguments().getFirst() instanceof Scalar.Constant(Value.Text(var alias), var origin)
                ? Optional.of(alias)
                : Optional.empty();
    }

    private static KqlType typeOf(Column column) {
        return column.type() != KqlType.UNKNOWN ? column.type() : guessed(column.name());
    }

    private static KqlType guessed(String name) {
        if (name.equals("TimeGenerated") || name.equals("Timestamp") || name.endsWith("Time")) {
            return KqlType.DATETIME;
        }
        return Types.of(name);
    }

    /** The type that a column of this name has in the tables that are known. */
    private static final class Types {
        private static final Map<String, KqlType> BY_NAME = new LinkedHashMap<>();

        static KqlType of(String name) {
            if (BY_NAME.isEmpty()) {
                TableCatalog catalog = TableCatalog.builtIn();
                for (String table : catalog.names()) {
                    catalog.table(table)
                            .orElseThrow()
                            .columns()
                            .forEach(column -> BY_NAME.putIfAbsent(column.name(), column.type()));
                }
            }
            return BY_NAME.getOrDefault(name, KqlType.STRING);
        }
    }
}
