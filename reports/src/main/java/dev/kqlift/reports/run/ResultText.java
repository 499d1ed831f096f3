package dev.kqlift.reports.run;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A result as a table for people: names, types, rows; numbers to the right, long texts broken. */
public final class ResultText implements ResultWriter {
    private final TextTarget out;
    private final Colors colors;
    private final int width;

    /**
     * @param width that of the terminal; texts are broken to fit in it
     */
    public ResultText(OutputStream out, Colors colors, int width) {
        this.out = new TextTarget(out);
        this.colors = colors;
        this.width = width;
    }

    @Override
    public void write(EvaluationResult.Rows result) {
        List<TableSchema.ColumnSchema> columns = result.columns();
        TextTable table = new TextTable(
                "",
                columns.stream()
                        .map(column -> column.type().isNumeric() ? TextTable.Align.RIGHT : TextTable.Align.LEFT)
                        .toList());
        table.row(columns.stream().map(TableSchema.ColumnSchema::name).toList(), colors::bold);
        table.row(columns.stream().map(column -> column.type().word()).toList(), colors::faint);
        for (List<Value> row : result.rows()) {
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(CellText.of(row.get(i), columns.get(i).type()).orElse(""));
            }
            table.row(cells);
        }
        int[] flexible = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).type() == KqlType.STRING
                        || columns.get(i).type() == KqlType.DYNAMIC)
                .toArray();
        StringBuilder text = new StringBuilder();
        table.appendTo(text, width, flexible);
        text.append(colors.faint(count(result.rows().size()))).append('\n');
        out.write(text);
    }

    private static String count(int rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }
}
