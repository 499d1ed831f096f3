package dev.kqlift.reports.ruletest;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;

/** The rows of a result, each on a line: what is in it, without empty cells. */
final class RowLines {
    private static final int MOST = 10;

    private RowLines() {}

    /** At most ten lines, the last saying how many rows are not shown. */
    static List<String> of(EvaluationResult.Rows result) {
        List<String> lines = new ArrayList<>();
        int count = result.rows().size();
        for (int i = 0; i < count && i < MOST; i++) {
            lines.add("row " + (i + 1) + ": " + row(result, i));
        }
        if (count > MOST) {
            lines.add("and " + (count - MOST) + " more");
        }
        return lines;
    }

    private static String row(EvaluationResult.Rows result, int index) {
        List<String> cells = new ArrayList<>();
        List<TableSchema.ColumnSchema> columns = result.columns();
        for (int i = 0; i < columns.size(); i++) {
            Value value = result.rows().get(index).get(i);
            String text = text(value, columns.get(i).type());
            if (!text.isEmpty()) {
                cells.add(columns.get(i).name() + " = " + text);
            }
        }
        return cells.isEmpty() ? "no values" : Printable.line(String.join(", ", cells));
    }

    private static String text(Value value, KqlType type) {
        if (value instanceof Value.Null) {
            return "";
        }
        return type == KqlType.DYNAMIC ? ValueText.json(value) : ValueText.of(value);
    }
}
