package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;

/** Counts the rows of a run. */
final class Budget {
    private final RunLimits limits;
    private long work;

    Budget(RunLimits limits) {
        this.limits = limits;
    }

    /** Counts rows that an operator has made or looked at; refuses where they are too many. */
    void spend(long rows, Origin origin) {
        work += Math.max(1, rows);
        if (rows > limits.rows() || work > limits.work()) {
            throw Refusals.limit("the run grows over its limit of rows; give it fewer data", origin);
        }
    }
}
