package dev.kqlift.syntax.build;

/** Resolves the quotes and escapes of KQL's string literals. */
final class StringDecoder {
    private StringDecoder() {}

    /** True where the literal is written {@code h"…"}. */
    static boolean isHidden(String literal) {
        char first = literal.charAt(0);
        return first == 'h' || first == 'H';
    }

    /** The value of a literal that the lexer accepted, quotes and prefix included. */
    static String decode(String literal) {
        int start = isHidden(literal) ? 1 : 0;
        char first = literal.charAt(start);
        if (first == '@') {
            char quote = literal.charAt(start + 1);
            String inner = literal.substring(start + 2, literal.length() - 1);
            String doubled = "" + quote + quote;
            return inner.contains(doubled) ? inner.replace(doubled, String.valueOf(quote)) : inner;
        }
        if (first == '`' || first == '~') {
            return literal.substring(start + 3, literal.length() - 3);
        }
        String inner = literal.substring(start + 1, literal.length() - 1);
        return inner.indexOf('\\') < 0 ? inner : unescape(inner);
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char kind = text.charAt(i++);
            switch (kind) {
                case 'a' -> out.append('\u0007');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'v' -> out.append('\u000B');
                case 'x' -> {
                    out.append((char) Integer.parseInt(text, i, i + 2, 16));
                    i += 2;
                }
                case 'u' -> {
                    out.append((char) Integer.parseInt(text, i, i + 4, 16));
                    i += 4;
                }
                case 'U' -> {
                    long point = Long.parseLong(text, i, i + 8, 16);
                    out.appendCodePoint(
                            Character.isValidCodePoint((int) point) && point >= 0 && point <= 0x10FFFF
                                    ? (int) point
                                    : 0xFFFD);
                    i += 8;
                }
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int end = i;
                    while (end < text.length() && end < i + 2 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                        end++;
                    }
                    out.append((char) Integer.parseInt(text, i - 1, end, 8));
                    i = end;
                }
                default -> out.append(kind);
            }
        }
        return out.toString();
    }
}
