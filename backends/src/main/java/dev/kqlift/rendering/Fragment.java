package dev.kqlift.rendering;

/**
 * A finished, escaped piece of the target language.
 *
 * @param text the piece
 * @param strength how tightly its outermost operator binds, a rank of {@link Strengths}
 */
public record Fragment(String text, int strength) {
    /** The text as it stands in a place that requires a strength. */
    public String in(int required) {
        return strength >= required ? text : "(" + text + ")";
    }
}
