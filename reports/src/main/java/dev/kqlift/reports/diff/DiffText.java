package dev.kqlift.reports.diff;

import dev.kqlift.corpus.diff.CorpusDiff;
import dev.kqlift.corpus.diff.PlacedRule;
import dev.kqlift.corpus.diff.RuleChange;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTarget;
import java.io.OutputStream;
import java.util.List;

/** What differs as text for people. */
public final class DiffText implements DiffWriter {
    private final TextTarget out;
    private final Colors colors;

    public DiffText(OutputStream out, Colors colors) {
        this.out = new TextTarget(out);
        this.colors = colors;
    }

    @Override
    public void write(CorpusDiff diff) {
        StringBuilder text = new StringBuilder();
        diff.added().forEach(rule -> line('+', rule, "added", text));
        diff.removed().forEach(rule -> line('-', rule, "removed", text));
        for (RuleChange change : diff.changed()) {
            line('~', change.after(), words(change), text);
            List<String> lines = DiffLines.of(change, Printable::line, DiffText::quoted);
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
        }
        out.write(text.append(DiffLines.head(diff)).append('\n'));
    }

    private static String words(RuleChange change) {
        if (change.inMeaning()) {
            return "changed in meaning";
        }
        return change.onlyInText() ? "changed only in text" : "moved or renamed";
    }

    private static String quoted(String value) {
        return '"' + Printable.line(value) + '"';
    }

    private void line(char sign, PlacedRule rule, String word, StringBuilder text) {
        text.append(sign)
                .append(' ')
                .append(colors.bold(Printable.line(rule.rule().title())));
        text.append("  ")
                .append(Printable.line(rule.path()))
                .append("  ")
                .append(word)
                .append('\n');
    }
}
