package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;

/** The order of texts: by the numbers of their characters. */
final class CodePoints {
    private CodePoints() {}

    /** -1, 0 or 1. */
    static int compare(String left, String right) {
        return Integer.signum(ValueOrder.compare(new Value.Text(left), new Value.Text(right), Origin.NONE));
    }
}
