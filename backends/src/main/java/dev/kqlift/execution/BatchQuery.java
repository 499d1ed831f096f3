package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query of a batch.
 *
 * @param id as the line gives it
 * @param tables the tables that the query may read, by name
 * @param now the instant of {@code now()} in ticks, where the line gives one
 */
public record BatchQuery(String id, String kql, Map<String, LocalTable> tables, Optional<Long> now) {
    /** The id of a line, also of one that is not in the form of a query; empty where there is none. */
    public static String idOf(String line) {
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            return json.next()
                    .map(BatchQuery::entries)
                    .map(entries -> text(entries, "id"))
                    .orElse("");
        } catch (InputException e) {
            return "";
        }
    }

    /** A line of a batch. */
    public static BatchQuery of(String line) throws InputException {
        Optional<Value> value;
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            value = json.next();
        }
        Map<String, Value> entries = value.map(BatchQuery::entries).orElse(Map.of());
        if (!(entries.get("kql") instanceof Value.Text(var kql))) {
            throw new InputException("the line has no text `kql`");
        }
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        if (entries.get("tables") instanceof Value.Bag(var given)) {
            for (Map.Entry<String, Value> table : given.entrySet()) {
                tables.put(table.getKey(), table(table.getKey(), entries(table.getValue())));
            }
        }
        return new BatchQuery(text(entries, "id"), kql, tables, now(entries));
    }

    /** The query as a rule of its own; its places are those in the text. */
    public RuleDocument document() {
        return new RuleDocument(
                new SourceFile("query.kql", SourceText.of(kql), List.of()),
                // One query, whatever blank lines it has.
                RuleKind.NRT,
                RuleMetadata.EMPTY,
                Optional.of(EmbeddedText.contiguous(kql, 0)),
                List.of());
    }

    private static Map<String, Value> entries(Value value) {
        return value instanceof Value.Bag(var entries) ? entries : Map.of();
    }

    private static String text(Map<String, Value> entries, String name) {
        Value value = entries.get(name);
        return value == null || value instanceof Value.Null ? "" : ValueText.of(value);
    }

    private static Optional<Long> now(Map<String, Value> entries) throws InputException {
        String text = text(entries, "now");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (CellReader.of(text, KqlType.DATETIME).orElse(null) instanceof Value.DateTime(var ticks)) {
            return Optional.of(ticks);
        }
        throw new InputException("`now` is no instant: write 2024-01-31T10:00:00Z");
    }

    private static LocalTable table(String name, Map<String, Value> table) throws InputException {
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        if (table.get("columns") instanceof Value.Array(var given)) {
            for (Value column : given) {
                KqlType type = KqlType.ofName(text(entries(column), "type")).orElse(KqlType.STRING);
                columns.add(new TableSchema.ColumnSchema(text(entries(column), "name"), type));
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        if (table.get("rows") instanceof Value.Array(var given)) {
            for (Value row : given) {
                rows.add(row(name, row, columns));
            }
        }
        return new LocalTable(columns, rows);
    }

    private static List<Value> row(String table, Value row, List<TableSchema.ColumnSchema> columns)
            throws InputException {
        if (!(row instanceof Value.Array(var cells)) || cells.size() != columns.size()) {
            throw new InputException("a row of `" + table + "` has not one cell for each column");
        }
        List<Value> values = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            values.add(JsonCells.cell(cells.get(i), columns.get(i)));
        }
        return values;
    }
}
