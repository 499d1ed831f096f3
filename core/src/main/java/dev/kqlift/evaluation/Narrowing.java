package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code narrow}: a row for each cell, with the number of its row, its column's name and its text. */
final class Narrowing {
    private Narrowing() {}

    static Plugins.Result evaluate(Relation.Evaluate evaluate, RowSet input) {
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            for (int j = 0; j < input.columns().size(); j++) {
                Column column = input.columns().get(j);
                rows.add(List.of(
                        new Value.Whole(i, KqlType.LONG),
                        new Value.Text(column.name()),
                        new Value.Text(text(input.rows().get(i).get(j), evaluate))));
            }
        }
        return new Plugins.Result(columns, rows);
    }

    /** The documented examples show dates and truth values in another form than `tostring`, and some nulls as `[null]`. */
    private static String text(Value value, Relation.Evaluate evaluate) {
        return switch (value) {
            case Value.Text(var text) when !text.isEmpty() -> text;
            case Value.Whole(var number, var type) -> Long.toString(number);
            default ->
                throw Refusals.construct(
                        "how `narrow` writes a " + value.type().word() + " like this is not known", evaluate.origin());
        };
    }
}
