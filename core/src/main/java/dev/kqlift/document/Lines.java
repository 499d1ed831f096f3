package dev.kqlift.document;

/** Walks the lines of a text by offsets; lines end at LF, CR LF or a lone CR. */
final class Lines {
    private Lines() {}

    /** The offset of the line break at or after {@code from}, or {@code limit}. */
    static int end(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** The offset after the line break at {@code end}; {@code end} itself at the end of the text. */
    static int next(String text, int end) {
        if (end >= text.length()) {
            return end;
        }
        return text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n' ? end + 2 : end + 1;
    }

    static boolean isBlank(String text, int from, int to) {
        return skipBlanks(text, from, to) == to;
    }

    /** The first offset from {@code from} that is neither space nor tab. */
    static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The first offset from {@code from} that is no space. */
    static int skipSpaces(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
