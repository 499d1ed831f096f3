package dev.kqlift.reports.text;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.LineMap;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;

/** Diagnostics for people: the place, the message, and the source line with the place marked. */
public final class DiagnosticText {
    // A line longer than this is cut around the place, so that a query on one line does not fill the screen.
    private static final int WINDOW = 100;

    private DiagnosticText() {}

    /** {@code file:line:column: severity CODE message}, without a line end. */
    public static String oneLine(SourceFile file, Diagnostic diagnostic, Colors colors) {
        String severity = diagnostic.severity().word();
        return place(file, diagnostic.span()) + ": " + paint(diagnostic.severity(), severity, colors) + " "
                + diagnostic.code().name() + " " + Printable.line(diagnostic.message());
    }

    /** The place as {@code file:line:column}. */
    public static String place(SourceFile file, Span span) {
        Position start = file.text().position(span.start());
        return Printable.line(file.path()) + ":" + start.line() + ":" + start.column();
    }

    /** Appends the line, then the source line and a caret under it, each with a line end. */
    public static void append(SourceFile file, Diagnostic diagnostic, Colors colors, String indent, StringBuilder out) {
        out.append(indent).append(oneLine(file, diagnostic, colors)).append('\n');
        appendSource(file.text(), diagnostic.span(), colors, indent, out);
    }

    private static void appendSource(SourceText text, Span span, Colors colors, String indent, StringBuilder out) {
        Position start = text.position(span.start());
        int lineStart = text.lines().lineStart(start.line());
        int lineEnd = endOfLine(text, start.line());
        if (lineEnd == lineStart) {
            return;
        }
        int from = Math.max(lineStart, Math.min(span.start() - WINDOW / 2, lineEnd - WINDOW));
        int to = Math.min(lineEnd, from + WINDOW);
        int first = Math.min(span.start(), to);
        int last = Math.min(Math.max(span.end(), first + 1), to);
        String number = Integer.toString(start.line());
        String before = Printable.line(untabbed(text.text().substring(from, first)));
        String marked = Printable.line(untabbed(text.text().substring(first, last)));
        String after = Printable.line(untabbed(text.text().substring(last, to)));
        String ellipsis = from > lineStart ? "…" : "";
        out.append(indent).append("  ").append(colors.faint(number + " | ")).append(ellipsis);
        out.append(before).append(marked).append(after);
        out.append(to < lineEnd ? "…\n" : "\n");
        out.append(indent).append("  ").repeat(' ', number.length());
        out.append(colors.faint(" | ")).repeat(' ', ellipsis.length() + width(before));
        out.append(paint(Severity.ERROR, "^".repeat(Math.max(1, width(marked))), colors));
        out.append('\n');
    }

    private static int endOfLine(SourceText text, int line) {
        LineMap lines = text.lines();
        int end = line < lines.lineCount() ? lines.lineStart(line + 1) : text.length();
        while (end > lines.lineStart(line) && isLineEnd(text.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static String untabbed(String text) {
        return text.replace('\t', ' ');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String paint(Severity severity, String text, Colors colors) {
        return switch (severity) {
            case ERROR -> colors.red(text);
            case WARNING -> colors.yellow(text);
            case NOTE -> colors.cyan(text);
        };
    }
}
