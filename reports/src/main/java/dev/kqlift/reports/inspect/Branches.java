package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.FieldStep;
import java.util.List;

/** The lines in front of the steps of a tree. */
final class Branches {
    /** From this depth on the tree no longer moves to the right. */
    private static final int MOST_DEPTH = 20;

    /**
     * What stands in front of a step.
     *
     * @param first before its first line
     * @param next before the lines under it
     */
    record Lead(String first, String next) {}

    private final List<FieldStep> steps;

    /** Whether a step is the last that its parent reads. */
    private final boolean[] last;

    private final boolean[] open = new boolean[MOST_DEPTH + 2];

    Branches(List<FieldStep> steps) {
        this.steps = steps;
        this.last = new boolean[steps.size()];
        int deepest = 0;
        for (FieldStep step : steps) {
            deepest = Math.max(deepest, step.depth());
        }
        boolean[] seen = new boolean[deepest + 2];
        for (int i = steps.size() - 1; i >= 0; i--) {
            int depth = steps.get(i).depth();
            last[i] = !seen[depth];
            seen[depth] = true;
            // A step closes the list of those below it.
            seen[depth + 1] = false;
        }
    }

    /** The lead of a step; steps have to be asked for in their order. */
    Lead before(int index) {
        FieldStep step = steps.get(index);
        int depth = Math.min(step.depth(), MOST_DEPTH);
        open[depth] = !last[index];
        boolean parent = index + 1 < steps.size() && steps.get(index + 1).depth() > step.depth();
        StringBuilder lead = new StringBuilder();
        for (int i = 1; i < depth; i++) {
            lead.append(open[i] ? "│  " : "   ");
        }
        if (step.depth() > MOST_DEPTH) {
            lead.append("… ");
        }
        String before = lead.toString();
        if (step.depth() == 0) {
            return new Lead("", parent ? "│" : " ");
        }
        return new Lead(
                before + (last[index] ? "└─ " : "├─ "), before + (last[index] ? "   " : "│  ") + (parent ? "│" : " "));
    }
}
