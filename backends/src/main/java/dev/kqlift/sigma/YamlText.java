package dev.kqlift.sigma;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Scalars of YAML, quoted so that every reader takes them for the text that they are. */
final class YamlText {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.|-]*");
    private static final Set<String> RESERVED =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    private YamlText() {}

    /** A key: plain where it is a plain word. */
    static String key(String text) {
        boolean plain = PLAIN_KEY.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** A value, always in quotes: in single ones unless it holds what only double ones can say. */
    static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!printable(text.charAt(i), i, text)) {
                return doubleQuoted(text);
            }
        }
        return "'" + text.replace("'", "''") + "'";
    }

    /** Characters that stand for themselves in a single-quoted scalar on one line. */
    private static boolean printable(char c, int index, String text) {
        if (Character.isSurrogate(c)) {
            boolean high = Character.isHighSurrogate(c)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1));
            boolean low = Character.isLowSurrogate(c) && index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return high || low;
        }
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    private static String doubleQuoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (printable(c, i, text)) {
                        result.append(c);
                    } else if (Character.isSurrogate(c)) {
                        // Half a pair is no character, and YAML cannot say it.
                        result.append("\\ufffd");
                    } else {
                        result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return result.append('"').toString();
    }

    /**
     * A text of several lines as a literal block, where a block can say it; else in quotes.
     *
     * @param indent the spaces before each line
     */
    static String block(String text, String indent) {
        boolean several = text.indexOf('\n') > 0;
        boolean clean =
                !text.startsWith(" ") && !text.startsWith("\t") && text.strip().equals(text);
        for (int i = 0; clean && i < text.length(); i++) {
            clean = text.charAt(i) == '\n' || printable(text.charAt(i), i, text);
        }
        if (!several || !clean) {
            return quoted(text);
        }
        StringBuilder result = new StringBuilder("|-");
        for (String line : text.split("\n", -1)) {
            result.append('\n').append(line.isBlank() ? "" : indent + line);
        }
        return result.toString();
    }
}
