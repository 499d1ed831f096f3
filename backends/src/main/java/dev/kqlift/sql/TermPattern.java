package dev.kqlift.sql;

/**
 * Regular expressions for {@code has} and its like. A term is a longest run of letters and digits, those of all scripts:
 * {@code "МирПривет" has "привет"} is false.
 */
final class TermPattern {
    private static final String SEPARATOR = "[^\\p{L}\\p{N}]";

    private TermPattern() {}

    static String of(String sought, boolean boundBefore, boolean boundAfter, boolean folds) {
        return (folds ? "(?i)" : "")
                + (boundBefore ? "(^|" + SEPARATOR + ")" : "")
                + quoted(sought)
                + (boundAfter ? "($|" + SEPARATOR + ")" : "");
    }

    static boolean startsWithTerm(String text) {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    static boolean endsWithTerm(String text) {
        return Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }

    /** The text with every character that means something in a regular expression escaped. */
    static String quoted(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                result.append('\\');
            }
            result.append(c);
        }
        return result.toString();
    }
}
