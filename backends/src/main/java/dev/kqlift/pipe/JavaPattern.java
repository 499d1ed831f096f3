package dev.kqlift.pipe;

/** Regular expressions in Java's syntax, which {@code REPLACE} reads. */
final class JavaPattern {
    private static final String NOT_BEHIND = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_AHEAD = "(?![\\p{L}\\p{N}])";

    private JavaPattern() {}

    /**
     * An expression that finds a text as a term.
     *
     * @param before whether no letter or digit may stand before it
     * @param after whether none may stand behind it
     */
    static String term(String text, boolean before, boolean after) {
        StringBuilder pattern = new StringBuilder();
        pattern.append(before ? NOT_BEHIND : "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > 127 || Character.isLetterOrDigit(c) || c == ' ' || c == '_';
            pattern.append(plain ? "" : "\\").append(c);
        }
        return pattern.append(after ? NOT_AHEAD : "").toString();
    }
}
