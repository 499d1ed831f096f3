package dev.kqlift.evaluation;

import java.util.Optional;

/**
 * What is the same for all rows of a run.
 *
 * @param now the instant of {@code now()} in ticks of 100 ns since 0001-01-01, one for the whole query
 * @param surroundings what a scalar may ask for beyond its own row
 * @param limits how large a value may become
 * @param items the lists that tests of the query have
 * @param places the places of addresses, where there is a database of them
 * @param choices what the engine was free to choose
 */
public record EvaluationContext(
        long now,
        Surroundings surroundings,
        Limits limits,
        KnownItems items,
        Optional<GeoDatabase> places,
        Choices choices) {
    /** Without a query around. */
    public EvaluationContext(long now, Surroundings surroundings, Limits limits) {
        this(now, surroundings, limits, Optional.empty(), new Choices(ChoicePolicy.REFUSE));
    }

    /** A run that begins. */
    EvaluationContext(
            long now, Surroundings surroundings, Limits limits, Optional<GeoDatabase> places, Choices choices) {
        this(now, surroundings, limits, new KnownItems(), places, choices);
    }

    /** The same run, seen from another group or window. */
    public EvaluationContext within(Surroundings other) {
        return new EvaluationContext(now, other, limits, items, places, choices);
    }

    /**
     * @param items the greatest number of items of an array
     * @param text the greatest number of characters of a text
     */
    public record Limits(int items, int text) {
        /** The engine's own order of magnitude. */
        public static final Limits DEFAULT = new Limits(1 << 20, 1 << 24);
    }
}
