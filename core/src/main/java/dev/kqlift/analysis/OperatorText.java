package dev.kqlift.analysis;

/** The text of an operator on one line: without comments, white space folded, string literals as they are. */
public final class OperatorText {
    private OperatorText() {}

    /** Drops comments and folds each run of white space outside of string literals into one space. */
    public static String fold(String kql) {
        StringBuilder out = new StringBuilder(kql.length());
        boolean gap = false;
        int at = 0;
        while (at < kql.length()) {
            int end = gapEnd(kql, at);
            if (end > at) {
                gap = true;
            } else {
                end = tokenEnd(kql, at);
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(kql, at, end);
            }
            at = end;
        }
        return out.toString();
    }

    /** Past one character of white space, one comment or one directive; else the offset itself. */
    private static int gapEnd(String kql, int at) {
        if (isSpace(kql.charAt(at))) {
            return at + 1;
        }
        boolean dropped = kql.startsWith("//", at) || kql.charAt(at) == '#';
        return dropped ? lineEnd(kql, at) : at;
    }

    /** Past one literal, or one character of anything else. */
    private static int tokenEnd(String kql, int at) {
        char c = kql.charAt(at);
        if (c == '"' || c == '\'') {
            boolean verbatim = at > 0 && kql.charAt(at - 1) == '@';
            return verbatim ? verbatimEnd(kql, at, c) : literalEnd(kql, at, c);
        }
        if (kql.startsWith("```", at) || kql.startsWith("~~~", at)) {
            return blockEnd(kql, at, kql.substring(at, at + 3));
        }
        return at + 1;
    }

    private static boolean isSpace(char c) {
        if (c > ' ' && c < '\u0080') {
            return false;
        }
        // The language also takes the invisible characters for white space that texts copied from pages carry.
        boolean invisible = c >= '\u200B' && c <= '\u200D' || c == '\u180E' || c == '\u2060' || c == '\uFEFF';
        return c <= ' ' || c == '\u0085' || invisible || Character.isSpaceChar(c);
    }

    private static int lineEnd(String kql, int at) {
        int end = at;
        while (end < kql.length() && kql.charAt(end) != '\n' && kql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The end of a literal with backslash escapes; one that is not closed ends with its line. */
    private static int literalEnd(String kql, int start, char quote) {
        int at = start + 1;
        while (at < kql.length()) {
            char c = kql.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c == '\n' || c == '\r') {
                return at;
            }
            boolean escape = c == '\\' && at + 1 < kql.length();
            at += escape && kql.charAt(at + 1) != '\n' && kql.charAt(at + 1) != '\r' ? 2 : 1;
        }
        return kql.length();
    }

    /** The end of a literal in which a backslash is a backslash and a quote is doubled. */
    private static int verbatimEnd(String kql, int start, char quote) {
        int line = lineEnd(kql, start);
        int at = start + 1;
        while (at < line) {
            if (kql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < line && kql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return line;
    }

    private static int blockEnd(String kql, int start, String fence) {
        int close = kql.indexOf(fence, start + fence.length());
        return close < 0 ? kql.length() : close + fence.length();
    }
}
