package dev.kqlift.pipe;

/** Texts as patterns of {@code LIKE} and {@code RLIKE}, every character standing for itself. */
final class LucenePattern {

    private LucenePattern() {}

    /** The text in a wildcard pattern. */
    static String wildcard(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '\\') {
                result.append('\\');
            }
            result.append(c);
        }
        return result.toString();
    }

    /**
     * The text in a regular expression. Every sign of ASCII is escaped, because the set of special ones differs between
     * versions; letters and digits never are, because {@code \d} and its like are classes.
     */
    static String regex(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c > ' ' && c < 127 && !alphanumeric(c) && c != '_';
            result.append(sign ? "\\" : "").append(c);
        }
        return result.toString();
    }

    /** Letters and digits of ASCII. */
    static boolean alphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
