package dev.kqlift.corpus.facts;

import dev.kqlift.source.Span;

/**
 * A place of the query that a team tunes, derived from the query.
 *
 * @param kind what is tuned
 * @param name the parameter, field or function that is tuned
 * @param value its present value as written
 * @param stage the stage of the main pipeline; 0 where it stands elsewhere
 * @param span its place in the rule file
 */
public record TuningKnob(Kind kind, String name, String value, int stage, Span span) {
    /** What is tuned. */
    public enum Kind {
        /** A number that counts are compared with. */
        THRESHOLD,
        /** A length of time: {@code ago(1d)}, {@code bin(x, 5m)}. */
        WINDOW,
        /** A list of values that are left out: where further known-good values go. */
        ALLOW_LIST,
        /** A list of values that are looked for. */
        WATCH_LIST,
        /** Another scalar parameter. */
        PARAMETER
    }
}
