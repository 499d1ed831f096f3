package dev.kqlift.reports.text;

/** Text from rule files as it may be shown on a terminal: nothing in it can move the cursor or hide what is there. */
public final class Printable {
    private Printable() {}

    /** The text on one line, with every control and direction-changing character made visible. */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i))) {
                return escaped(text, i);
            }
        }
        return text;
    }

    /** The text with its line ends and tabs kept, and every other control character made visible. */
    public static String block(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i)) && !isLayout(text, i)) {
                return escapedBlock(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int first) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    private static String escapedBlock(String text, int first) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (isLayout(text, i)) {
                out.append(text.charAt(i));
            } else {
                append(out, text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isLayout(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || c == '\t' || c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isHidden(c)) {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(Character.forDigit(c >> shift & 0xf, 16));
                    }
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isHidden(char c) {
        return c < ' '
                || c >= 0x7f && c < 0xa0
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0xfeff;
    }
}
