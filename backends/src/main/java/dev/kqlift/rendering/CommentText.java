package dev.kqlift.rendering;

/** Text of a rule made harmless for a line comment: one line, without the signs that open or close block comments. */
public final class CommentText {
    private static final int LONGEST = 300;

    private CommentText() {}

    /** One line of at most a few hundred characters. */
    public static String line(String text) {
        StringBuilder result = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (result.length() >= LONGEST) {
                return result.append('…').toString();
            }
            if (breaksLines(point)) {
                space = !result.isEmpty();
                continue;
            }
            char last = result.isEmpty() ? ' ' : result.charAt(result.length() - 1);
            boolean opensOrCloses = point == '/' && last == '*' || point == '*' && last == '/';
            if (space || opensOrCloses) {
                result.append(' ');
                space = false;
            }
            result.appendCodePoint(point);
        }
        return result.toString();
    }

    /** White space, control and format characters: line ends of every kind, and bidirectional overrides. */
    private static boolean breaksLines(int point) {
        int type = Character.getType(point);
        return Character.isWhitespace(point)
                || Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
