package dev.kqlift.reports.text;

/** Text cut to a width. */
public final class Clipped {
    private Clipped() {}

    /**
     * The text if it is no wider, else its beginning with an ellipsis.
     *
     * @param width in code points, at least 1
     */
    public static String to(String text, int width) {
        if (Wrapped.width(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
