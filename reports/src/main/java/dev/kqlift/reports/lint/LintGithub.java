package dev.kqlift.reports.lint;

import dev.kqlift.document.SourceFile;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.source.Position;
import java.io.OutputStream;

/** Findings as the workflow commands that GitHub turns into annotations of a change. */
public final class LintGithub implements LintWriter {
    private final TextTarget out;

    public LintGithub(OutputStream out) {
        this.out = new TextTarget(out);
    }

    @Override
    public void write(Linted rule) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : rule.outcome().findings()) {
            append(rule.document().file(), finding, lines);
        }
        out.write(lines);
    }

    private static void append(SourceFile file, Finding finding, StringBuilder out) {
        Position start = file.text().position(finding.span().start());
        Position end = file.text().position(finding.span().end());
        out.append("::").append(command(finding));
        out.append(" file=").append(property(file.path().replace('\\', '/')));
        out.append(",line=").append(start.line());
        // Columns are shown only where both ends are in one line; with two lines GitHub refuses them.
        if (start.line() == end.line()) {
            out.append(",col=").append(start.column());
            out.append(",endColumn=").append(Math.max(start.column(), end.column() - 1));
        } else {
            out.append(",endLine=").append(end.line());
        }
        String title = finding.check().code() + " " + finding.check().name();
        out.append(",title=").append(property(title)).append("::");
        String help = finding.help().map(text -> "\n" + text).orElse("");
        out.append(data(finding.message() + help)).append('\n');
    }

    private static String command(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void close() {
        out.flush();
    }
}
