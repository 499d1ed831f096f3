package dev.kqlift.reports.text;

/** Text from rule files as it may stand in Markdown: it is shown as it is, and is neither markup, nor a link, nor a mention. */
public final class MarkdownText {
    private static final String MARKUP = "\\`*_[]<>|~&$";
    /** What is markup only where a line begins with it. */
    private static final String FIRST_MARKUP = "-+=";
    /** Parts a name from its sign, so that sites do not make links of them; nothing of it is seen on the page. */
    private static final String GAP = "<!-- -->";

    private MarkdownText() {}

    /** The text inside a line, a list item or a cell of a table. */
    public static String line(String text) {
        String plain = Printable.line(text);
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '@' || c == ':' && plain.startsWith("://", i) || c == '.' && endsWithWww(plain, i)) {
                out.append(GAP).append(c).append(c == '@' ? GAP : "");
            } else if (c == '#') {
                out.append("\\#").append(GAP);
            } else if (MARKUP.indexOf(c) >= 0
                    || i == 0 && FIRST_MARKUP.indexOf(c) >= 0
                    || (c == '.' || c == ')') && isNumber(plain, i)) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean endsWithWww(String text, int end) {
        return end >= 3 && text.regionMatches(true, end - 3, "www", 0, 3);
    }

    /** A number and a dot or bracket at the start would be a list. */
    private static boolean isNumber(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    /** The text as code. In tables too, where a bar has to be escaped even there. */
    public static String code(String text) {
        String plain = Printable.line(text).replace("|", "\\|");
        if (plain.isBlank()) {
            return plain.isEmpty() ? "*empty*" : "*blank*";
        }
        String fence = "`".repeat(longestRun(plain) + 1);
        boolean padded = plain.startsWith("`") || plain.endsWith("`") || plain.startsWith(" ") || plain.endsWith(" ");
        String pad = padded ? " " : "";
        return fence + pad + plain + pad + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
