package dev.kqlift.reports.overlap;

import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import dev.kqlift.reports.text.TextTarget;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows of an overlap index for people: what most rules look for comes first. */
public final class OverlapText implements OverlapWriter {
    // One value of a thousand characters would push every other column off the screen.
    private static final int MAX_VALUE = 100;

    private final TextTarget out;
    private final Colors colors;

    public OverlapText(OutputStream out, Colors colors) {
        this.out = new TextTarget(out);
        this.colors = colors;
    }

    @Override
    public void write(List<OverlapRow> rows) {
        List<OverlapRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(OverlapRow::rules).reversed());
        TextTable table = new TextTable("", List.of(Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT));
        table.row(List.of("rules", "files", "field", "kind", "value"), colors::bold);
        for (OverlapRow row : sorted) {
            table.row(List.of(
                    Integer.toString(row.rules()),
                    Integer.toString(row.files()),
                    row.field(),
                    row.negated() ? "not " + row.kind().word() : row.kind().word(),
                    shortened(row.value())));
        }
        StringBuilder text = new StringBuilder(1 << 12);
        table.appendTo(text);
        out.write(text);
    }

    private static String shortened(String value) {
        if (value.length() <= MAX_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return value.substring(0, end) + "…";
    }
}
