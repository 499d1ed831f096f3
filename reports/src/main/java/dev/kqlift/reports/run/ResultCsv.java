package dev.kqlift.reports.run;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.types.Value;
import java.io.OutputStream;
import java.util.List;

/** A result as CSV by RFC 4180, with a header. Lines end with a line feed alone; a null is an empty field. */
public final class ResultCsv implements ResultWriter {
    private final TextTarget out;

    public ResultCsv(OutputStream out) {
        this.out = new TextTarget(out);
    }

    @Override
    public void write(EvaluationResult.Rows result) {
        StringBuilder text = new StringBuilder();
        List<TableSchema.ColumnSchema> columns = result.columns();
        for (int i = 0; i < columns.size(); i++) {
            field(i, columns.get(i).name(), text);
        }
        text.append('\n');
        for (List<Value> row : result.rows()) {
            for (int i = 0; i < columns.size(); i++) {
                field(i, CellText.of(row.get(i), columns.get(i).type()).orElse(""), text);
            }
            text.append('\n');
        }
        out.write(text);
    }

    private static void field(int index, String value, StringBuilder out) {
        if (index > 0) {
            out.append(',');
        }
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        if (plain) {
            out.append(value);
        } else {
            out.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }
}
