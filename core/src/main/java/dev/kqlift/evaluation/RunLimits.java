package dev.kqlift.evaluation;

/**
 * How large a run may become before it is refused.
 *
 * @param rows the greatest number of rows of any relation
 * @param work the greatest number of rows that all operators together give
 */
public record RunLimits(int rows, long work) {
    /** Enough for the data of a test or of a day, and little enough for memory and patience. */
    public static final RunLimits DEFAULT = new RunLimits(2_000_000, 50_000_000L);
}
