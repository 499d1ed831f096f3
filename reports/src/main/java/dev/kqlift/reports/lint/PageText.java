package dev.kqlift.reports.lint;

import dev.kqlift.document.RuleKind;
import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.LintPage;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Wrapped;
import java.util.List;
import java.util.stream.Collectors;

/** The page of a check for people: its Markdown with headings and code set apart and paragraphs broken at the width. */
public final class PageText {
    private static final String CODE_INDENT = "    ";

    private final Colors colors;
    private final int width;
    private final StringBuilder out = new StringBuilder(2048);
    private final StringBuilder paragraph = new StringBuilder();
    private boolean inCode;

    private PageText(Colors colors, int width) {
        this.colors = colors;
        this.width = width;
    }

    /** The page with a head that says how the check is set. */
    public static String of(CheckInfo check, Colors colors, int width) {
        PageText page = new PageText(colors, width);
        page.head(check);
        // The first line is the title, which the head has.
        LintPage.of(check).lines().skip(1).forEach(page::line);
        page.flush();
        return page.out.toString();
    }

    /** What kinds of rule a check is for, in words. */
    public static String kinds(List<RuleKind> kinds) {
        return kinds.isEmpty() ? "all" : kinds.stream().map(RuleKind::word).collect(Collectors.joining(", "));
    }

    private void head(CheckInfo check) {
        out.append(colors.bold(check.code() + "  " + check.name())).append('\n');
        out.append("severity: ").append(check.severity().word()).append('\n');
        out.append("category: ").append(check.category().word()).append('\n');
        out.append("rules:    ").append(kinds(check.kinds())).append('\n');
        if (!check.enabled()) {
            out.append("off unless it is selected\n");
        }
    }

    private void line(String line) {
        if (line.startsWith("```")) {
            flush();
            inCode = !inCode;
        } else if (inCode) {
            out.append(CODE_INDENT).append(colors.cyan(line)).append('\n');
        } else if (line.startsWith("## ")) {
            flush();
            out.append(colors.bold(line.substring("## ".length()))).append('\n');
        } else if (line.isBlank()) {
            flush();
            out.append(out.toString().endsWith("\n\n") ? "" : "\n");
        } else {
            boolean item = line.startsWith("- ") || line.startsWith("| ");
            if (item) {
                flush();
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            String text = paragraph.toString();
            List<String> lines = text.startsWith("| ") ? List.of(text) : Wrapped.lines(text, width - 2);
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
            paragraph.setLength(0);
        }
    }
}
