package dev.kqlift.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table in plain aligned columns, two spaces apart. */
public final class TextTable {
    /** How a column is aligned. */
    public enum Align {
        LEFT,
        RIGHT
    }

    private record Cell(String text, UnaryOperator<String> paint) {}

    /** A column is never broken into anything narrower. */
    private static final int LEAST_WIDTH = 24;

    private final List<Align> aligns;
    private final String indent;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A table whose lines all begin with {@code indent}. */
    public TextTable(String indent, List<Align> aligns) {
        this.indent = indent;
        this.aligns = List.copyOf(aligns);
    }

    /** Adds a row; the texts are made printable. */
    public void row(List<String> texts) {
        row(texts, text -> text);
    }

    /** Adds a row whose texts are painted after they are aligned. */
    public void row(List<String> texts, UnaryOperator<String> paint) {
        if (texts.size() != aligns.size()) {
            throw new IllegalArgumentException("a row of " + texts.size() + " in a table of " + aligns.size());
        }
        List<Cell> cells = new ArrayList<>(texts.size());
        for (String text : texts) {
            cells.add(new Cell(Printable.line(text), paint));
        }
        rows.add(cells);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Appends the table, each row with a line end. */
    public void appendTo(StringBuilder out) {
        int[] widths = widths();
        for (List<Cell> row : rows) {
            appendRow(row, widths, out);
        }
    }

    /**
     * Appends the table in lines of at most {@code width} where that can be: the texts of one column are broken at their
     * spaces, and go on below.
     *
     * @param flexible the index of that column
     */
    public void appendTo(StringBuilder out, int width, int flexible) {
        int[] widths = widths();
        int others = indent.length() + 2 * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            others += i == flexible ? 0 : widths[i];
        }
        widths[flexible] = Math.min(widths[flexible], Math.max(LEAST_WIDTH, width - others));
        for (List<Cell> row : rows) {
            List<String> lines = Wrapped.lines(row.get(flexible).text(), widths[flexible]);
            for (int i = 0; i < lines.size(); i++) {
                List<Cell> part = new ArrayList<>(row.size());
                for (int j = 0; j < row.size(); j++) {
                    Cell cell = row.get(j);
                    String text = j == flexible ? lines.get(i) : i == 0 ? cell.text() : "";
                    part.add(new Cell(text, cell.paint()));
                }
                appendRow(part, widths, out);
            }
        }
    }

    private int[] widths() {
        int[] widths = new int[aligns.size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private void appendRow(List<Cell> row, int[] widths, StringBuilder out) {
        int last = widths.length - 1;
        while (last > 0 && row.get(last).text().isEmpty()) {
            last--;
        }
        out.append(indent);
        for (int i = 0; i <= last; i++) {
            Cell cell = row.get(i);
            int padding = Math.max(0, widths[i] - width(cell));
            if (aligns.get(i) == Align.RIGHT) {
                out.repeat(' ', padding);
            }
            out.append(cell.paint().apply(cell.text()));
            if (i < last) {
                out.repeat(' ', aligns.get(i) == Align.LEFT ? padding + 2 : 2);
            }
        }
        out.append('\n');
    }

    private static int width(Cell cell) {
        return Wrapped.width(cell.text());
    }
}
