package dev.kqlift.reports.text;

import dev.kqlift.source.LineMap;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;

/**
 * The line of a text that a span begins in, as it may be shown, and where in it the span lies.
 *
 * @param number the line, from 1
 * @param text the line; a long one is cut around the span
 * @param offset how many characters stand before the span
 * @param width how many characters the span covers, at least one
 */
public record SourceLine(int number, String text, int offset, int width) {
    // A line longer than this is cut around the place, so that a query on one line does not fill the screen.
    private static final int WINDOW = 100;

    /** The line of a span. */
    public static SourceLine of(SourceText source, Span span) {
        int number = source.position(span.start()).line();
        int lineStart = source.lines().lineStart(number);
        int lineEnd = endOfLine(source, number);
        int from = Math.max(lineStart, Math.min(span.start() - WINDOW / 2, lineEnd - WINDOW));
        int to = Math.min(lineEnd, from + WINDOW);
        int first = Math.min(span.start(), to);
        int last = Math.min(Math.max(span.end(), first + 1), to);
        String before = (from > lineStart ? "…" : "") + shown(source, from, first);
        String marked = shown(source, first, last);
        String text = before + marked + shown(source, last, to) + (to < lineEnd ? "…" : "");
        return new SourceLine(number, text, Wrapped.width(before), Math.max(1, Wrapped.width(marked)));
    }

    private static int endOfLine(SourceText source, int line) {
        LineMap lines = source.lines();
        int end = line < lines.lineCount() ? lines.lineStart(line + 1) : source.length();
        while (end > lines.lineStart(line) && isLineEnd(source.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static String shown(SourceText source, int from, int to) {
        return Printable.line(source.text().substring(from, to).replace('\t', ' '));
    }
}
