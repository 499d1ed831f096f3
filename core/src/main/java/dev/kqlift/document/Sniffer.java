package dev.kqlift.document;

/** Tells the format of a text that comes without a file name. */
final class Sniffer {
    private Sniffer() {}

    /** The extension that a file of this text would have. */
    static String extension(String text) {
        if (isJson(text)) {
            return "json";
        }
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line, text.length());
            if (text.startsWith("query:", line) || text.startsWith("queryCondition:", line)) {
                return "yaml";
            }
            if (MarkdownRuleReader.opensQuery(text, line, end)) {
                return "md";
            }
            line = Lines.next(text, end);
        }
        return "kql";
    }

    /** A bracket alone is not enough: a query may begin with a table's name in brackets and quotes. */
    private static boolean isJson(String text) {
        int first = skipWhite(text, 0);
        if (first == text.length()) {
            return false;
        }
        if (text.charAt(first) == '{') {
            return true;
        }
        int second = skipWhite(text, first + 1);
        return text.charAt(first) == '['
                && (second == text.length() || text.charAt(second) == '{' || text.charAt(second) == ']');
    }

    private static int skipWhite(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
