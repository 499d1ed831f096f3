package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Tables for tests, written as texts. */
final class TableText {
    private TableText() {}

    /**
     * @param header {@code name:type,…}
     * @param rows cells between bars; a cell of nothing is null
     */
    static LocalTable of(String header, String... rows) {
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        for (String column : header.split(",")) {
            String[] parts = column.split(":");
            columns.add(new TableSchema.ColumnSchema(
                    parts[0], KqlType.ofName(parts[1]).orElseThrow()));
        }
        List<List<Value>> values = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            List<Value> list = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                KqlType type = columns.get(i).type();
                list.add(
                        cells[i].isEmpty()
                                ? Nulls.of(type)
                                : CellReader.of(cells[i], type).orElseThrow());
            }
            values.add(list);
        }
        return new LocalTable(columns, values);
    }
}
