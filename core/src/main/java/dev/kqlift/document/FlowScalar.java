package dev.kqlift.document;

import dev.kqlift.source.Span;

/** Reads plain and quoted scalars of YAML with the place of each character. */
final class FlowScalar {
    private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";
    private static final String ESCAPED = "\0\u0007\b\t\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";

    private FlowScalar() {}

    static boolean readPlain(String file, Span span, RunBuilder runs) {
        int i = span.start();
        while (i < span.end()) {
            i = ordinary(file, i, span.end(), runs);
        }
        return true;
    }

    static boolean readSingleQuoted(String file, Span span, RunBuilder runs) {
        int end = span.end() - 1;
        int i = span.start() + 1;
        while (i < end) {
            if (file.charAt(i) == '\'') {
                runs.append('\'', i);
                i += 2;
            } else {
                i = ordinary(file, i, end, runs);
            }
        }
        return i == end;
    }

    static boolean readDoubleQuoted(String file, Span span, RunBuilder runs) {
        int end = span.end() - 1;
        int i = span.start() + 1;
        while (i < end) {
            i = file.charAt(i) == '\\' ? escape(file, i, end, runs) : ordinary(file, i, end, runs);
            if (i < 0) {
                return false;
            }
        }
        return i == end;
    }

    /** One character, or a stretch of white space with the line breaks in it folded. */
    private static int ordinary(String file, int at, int end, RunBuilder runs) {
        char c = file.charAt(at);
        if (!isBlank(c) && !isBreak(c)) {
            runs.append(c, at);
            return at + 1;
        }
        int blanks = Lines.skipBlanks(file, at, end);
        if (blanks == end || !isBreak(file.charAt(blanks))) {
            runs.append(file, at, blanks);
            return blanks;
        }
        int first = runs.length();
        int next = breaks(file, Lines.next(file, blanks), end, runs);
        if (runs.length() == first) {
            runs.append(' ', blanks);
        }
        return next;
    }

    /**
     * The empty lines after a line break, each of which is a line feed of the value, and the next line's indentation.
     */
    private static int breaks(String file, int from, int end, RunBuilder runs) {
        int i = Lines.skipBlanks(file, from, end);
        while (i < end && isBreak(file.charAt(i))) {
            runs.append('\n', i);
            i = Lines.skipBlanks(file, Lines.next(file, i), end);
        }
        return Math.min(i, end);
    }

    private static int escape(String file, int at, int end, RunBuilder runs) {
        if (at + 1 >= end) {
            return -1;
        }
        char c = file.charAt(at + 1);
        int simple = ESCAPES.indexOf(c);
        if (simple >= 0) {
            runs.append(ESCAPED.charAt(simple), at);
            return at + 2;
        }
        if (isBreak(c)) {
            return breaks(file, Lines.next(file, at + 1), end, runs);
        }
        return switch (c) {
            case 'x' -> hexadecimal(file, at, 2, end, runs);
            case 'u' -> hexadecimal(file, at, 4, end, runs);
            case 'U' -> hexadecimal(file, at, 8, end, runs);
            default -> -1;
        };
    }

    private static int hexadecimal(String file, int at, int digits, int end, RunBuilder runs) {
        int next = at + 2 + digits;
        if (next > end) {
            return -1;
        }
        int codePoint = 0;
        for (int i = at + 2; i < next; i++) {
            int digit = Character.digit(file.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            codePoint = codePoint << 4 | digit;
        }
        if (!Character.isValidCodePoint(codePoint)) {
            return -1;
        }
        for (char unit : Character.toChars(codePoint)) {
            runs.append(unit, at);
        }
        return next;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
