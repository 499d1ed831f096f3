package dev.kqlift.ruletest;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.DataColumns;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a case: the parts of each, one behind the other. */
final class CaseTables {
    private final TestData data;
    private final Workspace workspace;
    private final Map<String, LocalTable> tables = new LinkedHashMap<>();

    CaseTables(TestData data, Workspace workspace) {
        this.data = data;
        this.workspace = workspace;
    }

    /** Why there is no table. */
    record Problem(String message, Span span) {}

    /** The tables by name, once all were added. */
    Map<String, LocalTable> byName() {
        return tables;
    }

    /** Adds the tables; ends at the first that cannot be read. */
    Optional<Problem> add(List<TestTable> given) {
        for (TestTable table : given) {
            for (TestTable.Part part : table.parts()) {
                Optional<Problem> problem = add(table.name(), part);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> add(String name, TestTable.Part part) {
        Optional<TableSchema> known = DataColumns.of(name, workspace.tables(), workspace.own());
        TestData.Answer answer = switch (part) {
            case TestTable.Events events -> data.table(events.events(), known);
            case TestTable.EventFile file -> data.file(file.path().value(), known);
        };
        return switch (answer) {
            case TestData.Unreadable(String reason) ->
                Optional.of(new Problem("table `" + name + "`: " + reason, part.span()));
            case TestData.Table(LocalTable table) -> merge(name, table, part.span());
        };
    }

    private Optional<Problem> merge(String name, LocalTable more, Span span) {
        LocalTable before = tables.get(name);
        if (before == null) {
            tables.put(name, more);
            return Optional.empty();
        }
        Map<String, KqlType> types = new LinkedHashMap<>();
        before.columns().forEach(column -> types.put(column.name(), column.type()));
        for (TableSchema.ColumnSchema column : more.columns()) {
            KqlType type = types.putIfAbsent(column.name(), column.type());
            if (type != null && type != column.type()) {
                return Optional.of(new Problem(
                        "table `" + name + "`: the column `" + column.name() + "` is " + type.word()
                                + " in the shared events and "
                                + column.type().word() + " here; declare it in kqlift.yaml",
                        span));
            }
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        types.forEach((column, type) -> columns.add(new TableSchema.ColumnSchema(column, type)));
        List<List<Value>> rows = new ArrayList<>(rows(before, columns));
        rows.addAll(rows(more, columns));
        tables.put(name, new LocalTable(columns, rows));
        return Optional.empty();
    }

    private static List<List<Value>> rows(LocalTable table, List<TableSchema.ColumnSchema> columns) {
        List<List<Value>> rows = new ArrayList<>();
        for (List<Value> row : table.rows()) {
            List<Value> cells = new ArrayList<>(columns.size());
            for (TableSchema.ColumnSchema column : columns) {
                int place = table.columns().indexOf(column);
                cells.add(place < 0 ? CellReader.nullOf(column.type()) : row.get(place));
            }
            rows.add(cells);
        }
        return rows;
    }
}
