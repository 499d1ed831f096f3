package dev.kqlift.reports.lint;

import dev.kqlift.document.SourceFile;
import dev.kqlift.lint.Applicability;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.Fix;
import dev.kqlift.lint.Label;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.SourceLine;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.source.Span;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Findings for people: a line for each, below it the lines of the file with the places marked, and what to do. */
public final class LintText implements LintWriter {
    private final TextTarget out;
    private final Colors colors;

    public LintText(OutputStream out, Colors colors) {
        this.out = new TextTarget(out);
        this.colors = colors;
    }

    @Override
    public void write(Linted rule) {
        StringBuilder page = new StringBuilder(256);
        for (Finding finding : rule.outcome().findings()) {
            append(rule.document().file(), finding, page);
        }
        out.write(page);
    }

    /** A line of the file that is shown, and what stands under the mark; the finding's own place has no words there. */
    private record Marked(SourceLine line, Optional<String> words) {}

    private void append(SourceFile file, Finding finding, StringBuilder page) {
        page.append(colors.bold(DiagnosticText.place(file, finding.span()))).append(": ");
        page.append(DiagnosticText.paint(
                        finding.severity(),
                        finding.severity().word() + " " + finding.check().code(),
                        colors))
                .append(' ');
        page.append(Printable.line(finding.message()));
        page.append(colors.faint(" [" + finding.check().name() + "]")).append('\n');
        List<Marked> marked = marked(file, finding);
        int gutter = marked.isEmpty()
                ? 1
                : Integer.toString(marked.getLast().line.number()).length();
        marked.forEach(line -> append(line, finding, gutter, page));
        String indent = " ".repeat(gutter + 3);
        for (Label label : finding.labels()) {
            label.file()
                    .ifPresent(other -> page.append(indent)
                            .append(colors.faint("= "))
                            .append(DiagnosticText.place(other, label.span()))
                            .append(": ")
                            .append(Printable.line(label.text()))
                            .append('\n'));
        }
        finding.help().ifPresent(help -> entry("help", Printable.line(help), indent, page));
        finding.fix().ifPresent(fix -> entry(title(fix), Printable.line(fix.title()), indent, page));
        page.append('\n');
    }

    private static List<Marked> marked(SourceFile file, Finding finding) {
        List<Marked> marked = new ArrayList<>();
        marked.add(new Marked(line(file, finding.span()), Optional.empty()));
        for (Label label : finding.labels()) {
            if (label.file().isEmpty()) {
                marked.add(new Marked(line(file, label.span()), Optional.of(label.text())));
            }
        }
        marked.removeIf(line -> line.line.text().isBlank());
        marked.sort(Comparator.comparingInt(line -> line.line.number()));
        return marked;
    }

    private static SourceLine line(SourceFile file, Span span) {
        return SourceLine.of(file.text(), span);
    }

    private void append(Marked marked, Finding finding, int gutter, StringBuilder page) {
        String number = Integer.toString(marked.line.number());
        page.append("  ").repeat(' ', gutter - number.length());
        page.append(colors.faint(number + " | ")).append(marked.line.text()).append('\n');
        page.append("  ").repeat(' ', gutter).append(colors.faint(" | "));
        page.repeat(' ', marked.line.offset());
        if (marked.words.isEmpty()) {
            page.append(DiagnosticText.paint(finding.severity(), "^".repeat(marked.line.width()), colors));
        } else {
            String words = " " + Printable.line(marked.words.get());
            page.append(colors.cyan("-".repeat(marked.line.width()) + words));
        }
        page.append('\n');
    }

    private static String title(Fix fix) {
        return fix.applicability() == Applicability.SAFE ? "fix available" : "fix that changes the rule";
    }

    private void entry(String title, String text, String indent, StringBuilder page) {
        page.append(indent)
                .append(colors.faint("= "))
                .append(colors.bold(title))
                .append(": ")
                .append(text)
                .append('\n');
    }

    @Override
    public void close() {
        out.flush();
    }
}
