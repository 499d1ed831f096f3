package dev.kqlift.document;

import dev.kqlift.source.Span;

/** Reads JSON strings with the place of each character. */
final class JsonString {
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private JsonString() {}

    static boolean read(String file, Span span, RunBuilder runs) {
        int end = span.end() - 1;
        int i = span.start() + 1;
        while (i < end) {
            int next = file.indexOf('\\', i);
            if (next < 0 || next >= end) {
                next = end;
            }
            runs.append(file, i, next);
            i = next < end ? escape(file, next, end, runs) : end;
            if (i < 0) {
                return false;
            }
        }
        return i == end;
    }

    private static int escape(String file, int at, int end, RunBuilder runs) {
        char c = at + 1 < end ? file.charAt(at + 1) : '\0';
        int simple = ESCAPES.indexOf(c);
        if (simple >= 0) {
            runs.append(ESCAPED.charAt(simple), at);
            return at + 2;
        }
        if (c != 'u' || at + 6 > end) {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(file.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        runs.append((char) unit, at);
        return at + 6;
    }
}
