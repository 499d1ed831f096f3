package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of a table in a file: JSON, JSON Lines, CSV or Parquet, as the file's name ends. */
public final class DataFile {
    private DataFile() {}

    /**
     * Reads a file. Columns that the table is known to have are of the types that it gives them; the types of others follow
     * from the values.
     *
     * @param known the table, where it is known
     */
    public static LocalTable read(Path path, Optional<TableSchema> known) throws IOException, InputException {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return ParquetFile.read(path, known);
        }
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        if (name.endsWith(".csv")) {
            return table(CsvRows.read(text), known, true);
        }
        if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            try (JsonReader json = new JsonReader(new StringReader(text))) {
                return table(objects(json.all()), known, false);
            }
        }
        throw new InputException("data are read from .json, .jsonl, .ndjson, .csv and .parquet files");
    }

    /**
     * The table of rows that were read as JSON.
     *
     * @param known the table, where it is known
     */
    public static LocalTable table(List<Map<String, Value>> rows, Optional<TableSchema> known) throws InputException {
        return table(rows, known, false);
    }

    private static List<Map<String, Value>> objects(List<Value> values) throws InputException {
        List<Map<String, Value>> rows = new ArrayList<>(values.size());
        for (Value value : values) {
            if (!(value instanceof Value.Bag(var entries))) {
                throw new InputException("row " + (rows.size() + 1) + " is no JSON object");
            }
            rows.add(entries);
        }
        return rows;
    }

    private static LocalTable table(List<Map<String, Value>> rows, Optional<TableSchema> known, boolean texts)
            throws InputException {
        Map<String, KqlType> types = new LinkedHashMap<>();
        known.ifPresent(table -> table.columns().forEach(column -> types.put(column.name(), column.type())));
        Map<String, List<Value>> others = new LinkedHashMap<>();
        for (Map<String, Value> row : rows) {
            row.forEach((name, value) -> {
                if (!types.containsKey(name)) {
                    others.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            });
        }
        others.forEach((name, values) -> types.put(name, ColumnTypes.of(values, texts)));
        List<TableSchema.ColumnSchema> columns = new ArrayList<>(types.size());
        types.forEach((name, type) -> columns.add(new TableSchema.ColumnSchema(name, type)));
        List<List<Value>> cells = new ArrayList<>(rows.size());
        for (Map<String, Value> row : rows) {
            cells.add(cells(row, columns, cells.size() + 1));
        }
        return new LocalTable(columns, cells);
    }

    private static List<Value> cells(Map<String, Value> row, List<TableSchema.ColumnSchema> columns, int number)
            throws InputException {
        List<Value> values = new ArrayList<>(columns.size());
        for (TableSchema.ColumnSchema column : columns) {
            Value value = row.get(column.name());
            try {
                values.add(value == null ? CellReader.nullOf(column.type()) : JsonCells.cell(value, column));
            } catch (InputException e) {
                throw new InputException("row " + number + ": " + e.getMessage());
            }
        }
        return values;
    }
}
