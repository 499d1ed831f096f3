package dev.kqlift.reports.run;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.reports.text.Clipped;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.Wrapped;
import java.util.List;

/** A result with too many columns for a line: a block a row, a line a column that has a value there. */
final class ResultBlocks {
    private static final int LEAST_ROOM = 20;

    private final ShownResult shown;
    private final Colors colors;
    private final int names;
    private final int room;

    ResultBlocks(ShownResult shown, Colors colors, int width) {
        this.shown = shown;
        this.colors = colors;
        int longest = 0;
        for (TableSchema.ColumnSchema column : shown.columns()) {
            longest = Math.max(longest, Wrapped.width(Printable.line(column.name())));
        }
        this.names = Math.min(longest, width / 2);
        this.room = Math.max(LEAST_ROOM, width - names - 2);
    }

    boolean cuts() {
        return shown.rows().stream().anyMatch(row -> row.stream().anyMatch(text -> Wrapped.width(text) > room));
    }

    String text() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shown.rows().size(); i++) {
            out.append(colors.faint("row " + (i + 1))).append('\n');
            appendBlock(shown.rows().get(i), out);
        }
        return out.toString();
    }

    private void appendBlock(List<String> row, StringBuilder out) {
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).isEmpty()) {
                continue;
            }
            String name = Clipped.to(Printable.line(shown.columns().get(i).name()), names);
            out.append(colors.bold(name));
            out.repeat(' ', names - Wrapped.width(name) + 2);
            out.append(Clipped.to(row.get(i), room)).append('\n');
        }
    }
}
