package dev.kqlift.reports.run;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A result as printable texts, or a part of it.
 *
 * @param rows for each row one text a column; empty for nulls
 */
record ShownResult(List<TableSchema.ColumnSchema> columns, List<List<String>> rows) {
    static ShownResult of(EvaluationResult.Rows result) {
        List<TableSchema.ColumnSchema> columns = result.columns();
        List<List<String>> rows = new ArrayList<>(result.rows().size());
        for (List<Value> row : result.rows()) {
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(CellText.of(row.get(i), columns.get(i).type())
                        .map(Printable::line)
                        .orElse(""));
            }
            rows.add(cells);
        }
        return new ShownResult(columns, rows);
    }

    /** The first rows. */
    ShownResult first(int most) {
        return rows.size() <= most ? this : new ShownResult(columns, rows.subList(0, most));
    }

    /** Without the columns that have no value in any row; all of them where there are no rows. */
    ShownResult filled() {
        if (rows.isEmpty()) {
            return this;
        }
        int[] places = IntStream.range(0, columns.size())
                .filter(place -> rows.stream().anyMatch(row -> !row.get(place).isEmpty()))
                .toArray();
        return new ShownResult(
                of(columns, places), rows.stream().map(row -> of(row, places)).toList());
    }

    private static <T> List<T> of(List<T> list, int[] places) {
        List<T> kept = new ArrayList<>(places.length);
        for (int place : places) {
            kept.add(list.get(place));
        }
        return kept;
    }
}
