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
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that a query reads: those of which only the use tells the columns, and all of them. */
final class InferredTables {
    private static final int LEAST_MATCHED = 2;
    private static final int MOST_MATCHED = 8;

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
        addUnited(query, tables);
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

    private static void addUnited(BoundQuery query, Map<String, Map<String, KqlType>> tables) {
        for (Relation relation : relations(query)) {
            if (relation instanceof Relation.Union union) {
                united(union, ofNoInput(union), tables);
            }
        }
    }

    /** The columns that are asked of a union and that none of its inputs is known to have. */
    private static List<Column> ofNoInput(Relation.Union union) {
        List<Column> asked = new ArrayList<>();
        for (int i = 0; i < union.columns().size(); i++) {
            int place = i;
            boolean source =
                    union.sourceColumn().filter(union.columns().get(i)::equals).isPresent();
            if (!source
                    && union.inputs().stream()
                            .allMatch(input -> input.columns().get(place).isEmpty())) {
                asked.add(union.columns().get(i));
            }
        }
        return asked;
    }

    /** Columns that are asked of a union are asked of each of its sources whose columns are not known. */
    private static void united(Relation relation, List<Column> asked, Map<String, Map<String, KqlType>> tables) {
        switch (relation) {
            case Relation.Union union -> union.inputs().forEach(input -> united(input.relation(), asked, tables));
            case Relation.Filter filter -> united(filter.input(), asked, tables);
            case Relation.Sort sort -> united(sort.input(), asked, tables);
            case Relation.Other other -> other.inputs().forEach(input -> united(input, asked, tables));
            default -> {
                Map<String, KqlType> columns = tables.get(nameOf(relation));
                if (relation.open() && columns != null) {
                    asked.forEach(column -> columns.putIfAbsent(column.name(), typeOf(column)));
                }
            }
        }
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
                List<TableSchema> known = covering(asked, pattern, catalog);
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
    static List<TableSchema> read(BoundQuery query) {
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
        addUnited(query, tables);
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, columns) -> {
            List<TableSchema.ColumnSchema> list = new ArrayList<>();
            columns.forEach((column, type) -> list.add(new TableSchema.ColumnSchema(column, type)));
            schemas.add(new TableSchema(name, list));
        });
        return schemas;
    }

    /** Known tables that a pattern matches: two, and more where these have not all columns that are asked for. */
    private static List<TableSchema> covering(Set<String> asked, String pattern, TableCatalog catalog) {
        String names = pattern.replace("*", ".*");
        List<TableSchema> candidates = new ArrayList<>(catalog.names().stream()
                .filter(name -> name.matches(names))
                .flatMap(name -> catalog.table(name).stream())
                .toList());
        List<TableSchema> chosen = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(asked);
        while (chosen.size() < MOST_MATCHED && !candidates.isEmpty()) {
            Set<String> wanted = chosen.size() < LEAST_MATCHED ? asked : missing;
            TableSchema best = Collections.max(candidates, Comparator.comparingLong(table -> count(table, wanted)));
            if (chosen.size() >= LEAST_MATCHED && count(best, missing) == 0) {
                break;
            }
            chosen.add(best);
            candidates.remove(best);
            best.columns().forEach(column -> missing.remove(column.name()));
        }
        return chosen;
    }

    private static long count(TableSchema table, Set<String> names) {
        return table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .count();
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
