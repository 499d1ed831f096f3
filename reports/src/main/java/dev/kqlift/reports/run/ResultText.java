package dev.kqlift.reports.run;

import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.TextTarget;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A result for people. On a terminal what does not fit is cut, and the last line tells how much: rows beyond a number, columns
 * without values, the ends of long texts. Where even the shortened columns do not fit side by side, each row becomes a block
 * of lines. Elsewhere everything stands there whole.
 */
public final class ResultText implements ResultWriter {
    /** What fits the memory of a reader; programs ask for another format. */
    static final int MOST_ROWS = 100;

    static final int MOST_BLOCKS = 20;

    private final TextTarget out;
    private final Colors colors;
    private final OptionalInt width;

    /**
     * @param width that of the terminal in characters, empty where the result goes elsewhere
     */
    public ResultText(OutputStream out, Colors colors, OptionalInt width) {
        this.out = new TextTarget(out);
        this.colors = colors;
        this.width = width;
    }

    @Override
    public void write(EvaluationResult.Rows result) {
        ShownResult whole = ShownResult.of(result);
        if (width.isEmpty()) {
            out.write(new ResultGrid(whole, colors).text());
            out.write(colors.faint(count(whole.rows().size(), "row")) + "\n");
            return;
        }
        ResultGrid grid = new ResultGrid(whole.first(MOST_ROWS), colors);
        ShownResult filled = whole.filled();
        ResultGrid fitting = grid.fits(width.getAsInt()) ? grid : new ResultGrid(filled.first(MOST_ROWS), colors);
        if (fitting.canFit(width.getAsInt())) {
            out.write(fitting.text(width.getAsInt()));
            out.write(footer(whole, fitting.shown(), fitting.cuts(width.getAsInt())));
        } else {
            ResultBlocks blocks = new ResultBlocks(filled.first(MOST_BLOCKS), colors, width.getAsInt());
            out.write(blocks.text());
            out.write(footer(whole, filled.first(MOST_BLOCKS), blocks.cuts()));
        }
    }

    private String footer(ShownResult whole, ShownResult shown, boolean cuts) {
        int rows = whole.rows().size();
        int empty = whole.columns().size() - shown.columns().size();
        List<String> left = new ArrayList<>();
        if (shown.rows().size() < rows) {
            left.add("the first " + shown.rows().size() + " are shown");
        }
        if (empty > 0) {
            left.add(count(empty, "column") + " without values left out");
        }
        if (cuts) {
            left.add("texts that end in … are cut");
        }
        String what = left.isEmpty() ? "" : "; " + String.join(", ", left) + " (--format json or csv gives all)";
        return colors.faint(count(rows, "row") + what) + "\n";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
