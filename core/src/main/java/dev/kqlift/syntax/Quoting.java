package dev.kqlift.syntax;

import java.util.HexFormat;

/** Writes text as string literals of KQL. */
final class Quoting {
    private Quoting() {}

    /** The shortest readable literal: double quotes, or {@code @"…"} where the text has backslashes and nothing to escape. */
    static String quoted(String text) {
        boolean backslash = text.indexOf('\\') >= 0;
        return backslash && text.indexOf('"') < 0 && !hasInvisible(text) ? "@\"" + text + '"' : escaped(text, '"');
    }

    /** A name in brackets. */
    static String bracketed(String name) {
        return "[" + escaped(name, '\'') + "]";
    }

    private static String escaped(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (isInvisible(text, i)) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    private static boolean hasInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isInvisible(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Characters that an editor does not show or that a file cannot carry: they would not survive copying. */
    private static boolean isInvisible(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }
}
