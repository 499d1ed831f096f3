package dev.kqlift.lint;

import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A query without what is not code, each character in its place: what is left out is spaces.
 *
 * @param uncommented without comments
 * @param code without comments and without the texts between quotes
 * @param comments the places of the comments
 */
record CodeText(String uncommented, String code, List<Span> comments) {
    CodeText {
        comments = List.copyOf(comments);
    }

    static CodeText of(String query) {
        return new Scanner(query).scan();
    }

    private static final class Scanner {
        private final String text;
        private final StringBuilder uncommented;
        private final StringBuilder code;
        private final List<Span> comments = new ArrayList<>();

        Scanner(String text) {
            this.text = text;
            this.uncommented = new StringBuilder(text);
            this.code = new StringBuilder(text);
        }

        CodeText scan() {
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                int end = i + 1;
                if (text.startsWith("//", i)) {
                    end = lineEnd(i);
                    comments.add(new Span(i, end));
                    blank(uncommented, i, end);
                    blank(code, i, end);
                } else if (text.startsWith("```", i) || text.startsWith("~~~", i)) {
                    int close = text.indexOf(text.substring(i, i + 3), i + 3);
                    end = close < 0 ? text.length() : close + 3;
                    blank(code, i, end);
                } else if (c == '"' || c == '\'') {
                    end = stringEnd(i, i > 0 && text.charAt(i - 1) == '@');
                    blank(code, i, end);
                }
                i = end;
            }
            return new CodeText(uncommented.toString(), code.toString(), comments);
        }

        private int lineEnd(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        /** A text ends at its quote, or at the end of the line where that is missing. */
        private int stringEnd(int start, boolean verbatim) {
            char quote = text.charAt(start);
            int i = start + 1;
            while (i < text.length() && text.charAt(i) != '\n') {
                char c = text.charAt(i);
                boolean doubled = verbatim && c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote;
                if (c == '\\' && !verbatim || doubled) {
                    i += 2;
                } else if (c == quote) {
                    return i + 1;
                } else {
                    i++;
                }
            }
            return Math.min(i, text.length());
        }

        private static void blank(StringBuilder text, int start, int end) {
            for (int i = start; i < end; i++) {
                if (text.charAt(i) != '\n') {
                    text.setCharAt(i, ' ');
                }
            }
        }
    }
}
