package dev.kqlift.lint;

import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bound that a test puts on a time of the row.
 *
 * @param time what is bounded
 * @param lower whether it has to be after the moment
 * @param moment the bound
 * @param origin where the test stands
 */
record TimeBound(Scalar time, boolean lower, Moment moment, Origin origin) {
    /** The bounds of a test: one of a comparison, two of {@code between}, none of other tests. */
    static List<TimeBound> of(Scalar test) {
        List<TimeBound> bounds = new ArrayList<>();
        if (test instanceof Scalar.Comparison comparison) {
            add(comparison, comparison.left(), comparison.right(), comparison.operator(), bounds);
            add(
                    comparison,
                    comparison.right(),
                    comparison.left(),
                    comparison.operator().turned(),
                    bounds);
        } else if (test instanceof Scalar.Between between && !between.negated()) {
            add(between.subject(), true, between.low(), between.origin(), bounds);
            add(between.subject(), false, between.high(), between.origin(), bounds);
        }
        return bounds;
    }

    private static void add(
            Scalar.Comparison comparison,
            Scalar time,
            Scalar bound,
            ComparisonOperator operator,
            List<TimeBound> bounds) {
        switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> add(time, true, bound, comparison.origin(), bounds);
            case LESS, LESS_OR_EQUAL -> add(time, false, bound, comparison.origin(), bounds);
            case EQUAL, NOT_EQUAL -> {
                // no bound
            }
        }
    }

    private static void add(Scalar time, boolean lower, Scalar bound, Origin origin, List<TimeBound> bounds) {
        Optional<Moment> moment = Moment.of(bound);
        if (moment.isPresent() && Moment.of(time).isEmpty()) {
            bounds.add(new TimeBound(time, lower, moment.get(), origin));
        }
    }

    /** Whether what is bounded is the time of the rows of a table. */
    boolean isOfTable(TableColumns tables) {
        return tables.isTime(time);
    }
}
