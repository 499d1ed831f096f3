package dev.kqlift.reports.overlap;

import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.reports.csv.CsvCells;
import dev.kqlift.reports.text.TextTarget;
import java.io.OutputStream;
import java.util.List;

/** Rows of an overlap index as CSV by RFC 4180, with a header. Lines end with a line feed alone, as all outputs' do. */
public final class OverlapCsv implements OverlapWriter {
    private static final int PIECE = 1 << 15;

    private final TextTarget out;

    public OverlapCsv(OutputStream out) {
        this.out = new TextTarget(out);
    }

    @Override
    public void write(List<OverlapRow> rows) {
        StringBuilder text = new StringBuilder(PIECE + 1024);
        text.append("field,kind,negated,value,rules,files\n");
        for (OverlapRow row : rows) {
            CsvCells.AS_IS.append(row.field(), text);
            text.append(',').append(row.kind().word());
            text.append(',').append(row.negated()).append(',');
            CsvCells.AS_IS.append(row.value(), text);
            text.append(',').append(row.rules()).append(',').append(row.files()).append('\n');
            if (text.length() >= PIECE) {
                out.write(text);
                text.setLength(0);
            }
        }
        out.write(text);
    }
}
