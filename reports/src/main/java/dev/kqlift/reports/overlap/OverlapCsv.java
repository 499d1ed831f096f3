package dev.kqlift.reports.overlap;

import dev.kqlift.corpus.overlap.OverlapRow;
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
            field(row.field(), text);
            text.append(',').append(row.kind().word());
            text.append(',').append(row.negated()).append(',');
            field(row.value(), text);
            text.append(',').append(row.rules()).append(',').append(row.files()).append('\n');
            if (text.length() >= PIECE) {
                out.write(text);
                text.setLength(0);
            }
        }
        out.write(text);
    }

    /** Values are passed on as they are, also those that a spreadsheet takes for a formula: this is a format for machines. */
    private static void field(String value, StringBuilder out) {
        if (isPlain(value)) {
            out.append(value);
            return;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            out.append(c);
            if (c == '"') {
                out.append('"');
            }
        }
        out.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == ',' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
