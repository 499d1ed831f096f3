package dev.kqlift.reports.text;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;

/** Diagnostics for people: the place, the message, and the source line with the place marked. */
public final class DiagnosticText {
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
        SourceLine line = SourceLine.of(text, span);
        if (line.text().isEmpty()) {
            return;
        }
        String number = Integer.toString(line.number());
        out.append(indent).append("  ").append(colors.faint(number + " | "));
        out.append(line.text()).append('\n');
        out.append(indent).append("  ").repeat(' ', number.length());
        out.append(colors.faint(" | ")).repeat(' ', line.offset());
        out.append(paint(Severity.ERROR, "^".repeat(line.width()), colors));
        out.append('\n');
    }

    /** A text in the colour of a severity. */
    public static String paint(Severity severity, String text, Colors colors) {
        return switch (severity) {
            case ERROR -> colors.red(text);
            case WARNING -> colors.yellow(text);
            case NOTE -> colors.cyan(text);
        };
    }
}
