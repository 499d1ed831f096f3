package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import java.io.OutputStream;
import java.util.List;

/** Tables as JSON: an array of objects, a line each. */
final class JsonTables {
    private JsonTables() {}

    static <R> void write(DataTable<R> table, CorpusFacts facts, OutputStream out) {
        try (JsonObjects json = new JsonObjects(out, JsonLayout.ARRAY)) {
            table.rows().apply(facts).forEach(row -> {
                json.begin();
                for (DataColumn<R> column : table.columns()) {
                    write(column.name(), column.value().apply(row), json);
                }
                json.end();
            });
        }
    }

    private static void write(String name, Cell cell, JsonObjects json) {
        switch (cell) {
            case Cell.Text(String value) -> json.text(name, value);
            case Cell.Texts(List<String> values) -> json.texts(name, values);
            case Cell.Number(int value) -> json.number(name, value);
            case Cell.Real(double value) -> json.real(name, value);
            case Cell.Flag(boolean value) -> json.bool(name, value);
            case Cell.Nothing() -> json.nothing(name);
        }
    }
}
