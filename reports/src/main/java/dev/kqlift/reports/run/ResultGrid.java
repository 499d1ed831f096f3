package dev.kqlift.reports.run;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.reports.text.Clipped;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.Wrapped;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;

/** A result in aligned columns: names, types, rows; numbers to the right. */
final class ResultGrid {
    /** A text is never cut to anything shorter, so that it still says something. */
    private static final int LEAST_WIDTH = 16;

    private final ShownResult shown;
    private final Colors colors;
    private final int[] natural;
    private final int[] least;

    ResultGrid(ShownResult shown, Colors colors) {
        this.shown = shown;
        this.colors = colors;
        this.natural = new int[shown.columns().size()];
        this.least = new int[natural.length];
        for (int i = 0; i < natural.length; i++) {
            measure(i);
        }
    }

    private void measure(int place) {
        TableSchema.ColumnSchema column = shown.columns().get(place);
        int head = Math.max(
                Wrapped.width(Printable.line(column.name())),
                column.type().word().length());
        int widest = head;
        for (List<String> row : shown.rows()) {
            widest = Math.max(widest, Wrapped.width(row.get(place)));
        }
        natural[place] = widest;
        boolean text = column.type() == KqlType.STRING || column.type() == KqlType.DYNAMIC;
        least[place] = text ? Math.min(widest, Math.max(head, LEAST_WIDTH)) : widest;
    }

    ShownResult shown() {
        return shown;
    }

    /** Whether the lines are no longer than this, uncut. */
    boolean fits(int width) {
        return total(natural) <= width;
    }

    /** Whether they can be cut so. */
    boolean canFit(int width) {
        return total(least) <= width;
    }

    boolean cuts(int width) {
        return !fits(width);
    }

    private static int total(int[] widths) {
        int total = 2 * Math.max(0, widths.length - 1);
        for (int one : widths) {
            total += one;
        }
        return total;
    }

    String text() {
        return text(natural);
    }

    String text(int width) {
        return text(narrowed(width));
    }

    /** Takes from the widest column, one character after the other, until the lines fit. */
    private int[] narrowed(int width) {
        int[] widths = natural.clone();
        for (int over = total(widths) - width; over > 0; over--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
        }
        return widths;
    }

    private String text(int[] widths) {
        List<TableSchema.ColumnSchema> columns = shown.columns();
        TextTable table = new TextTable(
                "",
                columns.stream()
                        .map(column -> column.type().isNumeric() ? TextTable.Align.RIGHT : TextTable.Align.LEFT)
                        .toList());
        table.row(columns.stream().map(TableSchema.ColumnSchema::name).toList(), colors::bold);
        table.row(columns.stream().map(column -> column.type().word()).toList(), colors::faint);
        for (List<String> row : shown.rows()) {
            List<String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(Clipped.to(row.get(i), widths[i]));
            }
            table.row(cells);
        }
        StringBuilder out = new StringBuilder();
        table.appendTo(out);
        return out.toString();
    }
}
