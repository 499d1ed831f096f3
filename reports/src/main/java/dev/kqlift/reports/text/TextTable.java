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
    private static final int LEAST_WIDTH = 16;

    private static final int LONGEST_WORD = 56;

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
     * Appends the table in lines of at most {@code width} where that can be: the texts of some columns are broken at their
     * spaces, and go on below.
     *
     * @param flexible the indexes of those columns
     */
    public void appendTo(StringBuilder out, int width, int... flexible) {
        int[] widths = widths();
        narrow(widths, width, flexible);
        for (List<Cell> row : rows) {
            List<List<String>> lines = new ArrayList<>(row.size());
            for (Cell cell : row) {
                lines.add(List.of(cell.text()));
            }
            int height = 1;
            for (int column : flexible) {
                lines.set(column, Wrapped.lines(row.get(column).text(), widths[column]));
                height = Math.max(height, lines.get(column).size());
            }
            for (int i = 0; i < height; i++) {
                List<Cell> part = new ArrayList<>(row.size());
                for (int j = 0; j < row.size(); j++) {
                    String text = i < lines.get(j).size() ? lines.get(j).get(i) : "";
                    part.add(new Cell(text, row.get(j).paint()));
                }
                appendRow(part, widths, out);
            }
        }
    }

    /** Takes from the widest of the flexible columns until the lines fit or no column can give more. */
    private void narrow(int[] widths, int width, int[] flexible) {
        int[] least = new int[widths.length];
        for (int column : flexible) {
            least[column] = LEAST_WIDTH;
            // What sticks out of the last column is in nobody's way.
            for (List<Cell> row : column == widths.length - 1 ? List.<List<Cell>>of() : rows) {
                least[column] =
                        Math.max(least[column], longestWord(row.get(column).text()));
            }
        }
        int total = indent.length() + 2 * (widths.length - 1);
        for (int one : widths) {
            total += one;
        }
        while (total > width) {
            int widest = -1;
            int next = 0;
            for (int column : flexible) {
                if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
                    next = widest < 0 ? 0 : widths[widest];
                    widest = column;
                } else {
                    next = Math.max(next, widths[column]);
                }
            }
            if (widest < 0) {
                return;
            }
            int goal = Math.max(
                    Math.max(least[widest], widths[widest] - (total - width)), Math.min(next, widths[widest] - 1));
            total -= widths[widest] - goal;
            widths[widest] = goal;
        }
    }

    /** A word that is longer than what a column should be at least sticks out of it. */
    private static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(' ', start);
            int stop = end < 0 ? text.length() : end;
            longest = Math.max(longest, stop - start);
            start = stop + 1;
        }
        return longest > LONGEST_WORD ? 0 : longest;
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
