package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.csv.CsvCells;
import dev.kqlift.reports.text.TextTarget;
import java.io.OutputStream;
import java.util.List;

/** Tables as CSV by RFC 4180, with a header. Lines end with a line feed alone, as all outputs' do. */
final class CsvTables {
    private static final int PIECE = 1 << 15;
    private static final String BETWEEN = "; ";

    private final CsvCells cells;

    CsvTables(CsvCells cells) {
        this.cells = cells;
    }

    <R> void write(DataTable<R> table, CorpusFacts facts, OutputStream out) {
        TextTarget target = new TextTarget(out);
        StringBuilder text = new StringBuilder(PIECE + 1024);
        List<DataColumn<R>> columns = table.columns();
        text.append(String.join(",", columns.stream().map(DataColumn::name).toList()))
                .append('\n');
        table.rows().apply(facts).forEach(row -> {
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : ",");
                append(columns.get(i).value().apply(row), text);
            }
            text.append('\n');
            if (text.length() >= PIECE) {
                target.write(text);
                text.setLength(0);
            }
        });
        target.write(text);
    }

    private void append(Cell cell, StringBuilder out) {
        switch (cell) {
            case Cell.Text(String value) -> cells.append(value, out);
            case Cell.Texts(List<String> values) -> cells.append(String.join(BETWEEN, values), out);
            case Cell.Number(int value) -> out.append(value);
            case Cell.Real(double value) -> out.append(value);
            case Cell.Flag(boolean value) -> out.append(value);
            case Cell.Nothing() -> {}
        }
    }
}
