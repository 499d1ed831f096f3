package dev.kqlift.sigma;

/** Texts of KQL in Sigma's values, every character standing for itself. */
final class SigmaText {
    private static final String BEFORE = "(^|[^\\p{L}\\p{N}])";
    private static final String AFTER = "($|[^\\p{L}\\p{N}])";

    private SigmaText() {}

    /**
     * The text with wildcards escaped. A single backslash before another character stands for itself, as the
     * specification recommends; before a sign that it would escape, before another backslash and at the end it is
     * doubled.
     */
    static String literal(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\\';
            char last = i > 0 ? text.charAt(i - 1) : ' ';
            boolean special = next == '\\' || next == '*' || next == '?' || last == '\\';
            if (c == '*' || c == '?' || c == '\\' && special) {
                result.append('\\');
            }
            result.append(c);
        }
        return result.toString();
    }

    /** The text in a regular expression. */
    static String regex(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append("\\^$.|?*+()[]{}".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return result.toString();
    }

    /** A regular expression that finds the text as a term. */
    static String term(String text, boolean start, boolean end) {
        boolean before = start && alphanumeric(text.charAt(0));
        boolean after = end && alphanumeric(text.charAt(text.length() - 1));
        return (before ? BEFORE : "") + regex(text) + (after ? AFTER : "");
    }

    static boolean alphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
