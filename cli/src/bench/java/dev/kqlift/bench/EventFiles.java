package dev.kqlift.bench;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the events of {@link RuleEvents} to files, one JSON object a line, to time {@code kqlift run} over them. */
public final class EventFiles {
    private EventFiles() {}

    /** The number of events and the folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (Map.Entry<String, LocalTable> table :
                new RuleEvents().events(Integer.parseInt(arguments[0])).entrySet()) {
            write(table.getValue(), folder.resolve(table.getKey() + ".ndjson"));
        }
    }

    private static void write(LocalTable table, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (List<Value> row : table.rows()) {
                Map<String, Value> entries = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    TableSchema.ColumnSchema column = table.columns().get(i);
                    if (!(row.get(i) instanceof Value.Null)) {
                        entries.put(column.name(), row.get(i));
                    }
                }
                out.write(ValueText.json(new Value.Bag(entries)));
                out.newLine();
            }
        }
    }
}
