package dev.kqlift.reports.diff;

import dev.kqlift.corpus.diff.CorpusDiff;
import dev.kqlift.corpus.diff.PlacedRule;
import dev.kqlift.corpus.diff.RuleChange;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.text.MarkdownText;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.source.Located;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What differs as Markdown for a pull request. */
public final class DiffMarkdown implements DiffWriter {
    private final TextTarget out;

    public DiffMarkdown(OutputStream out) {
        this.out = new TextTarget(out);
    }

    @Override
    public void write(CorpusDiff diff) {
        StringBuilder text = new StringBuilder("## Detection rules\n\n");
        text.append(DiffLines.head(diff)).append(".\n");
        rules("Added", diff.added(), text);
        rules("Removed", diff.removed(), text);
        changes("Changed in meaning", diff, RuleChange::inMeaning, text);
        changes("Changed only in text", diff, RuleChange::onlyInText, text);
        changes("Moved or renamed", diff, change -> !change.inMeaning() && !change.onlyInText(), text);
        out.write(text);
    }

    private static void rules(String heading, List<PlacedRule> rules, StringBuilder text) {
        if (rules.isEmpty()) {
            return;
        }
        text.append("\n### ").append(heading).append("\n\n");
        for (PlacedRule rule : rules) {
            text.append("- ").append(named(rule)).append(about(rule.rule())).append('\n');
        }
    }

    private static String named(PlacedRule rule) {
        return "**" + MarkdownText.line(rule.rule().title()) + "** (" + MarkdownText.code(rule.path()) + ")";
    }

    private static String about(RuleFacts rule) {
        List<String> words = new ArrayList<>();
        rule.document()
                .metadata()
                .severity()
                .map(Located::value)
                .ifPresent(severity -> words.add("severity " + MarkdownText.line(severity)));
        if (!rule.analysis().tables().isEmpty()) {
            words.add("reads "
                    + String.join(
                            ", ",
                            rule.analysis().tables().stream()
                                    .map(MarkdownText::code)
                                    .toList()));
        }
        if (rule.fingerprint().isEmpty()) {
            words.add("its query could not be read");
        }
        return words.isEmpty() ? "" : ": " + String.join("; ", words);
    }

    private static void changes(String heading, CorpusDiff diff, Predicate<RuleChange> chosen, StringBuilder text) {
        List<RuleChange> changes = diff.changed().stream().filter(chosen).toList();
        if (changes.isEmpty()) {
            return;
        }
        text.append("\n### ").append(heading).append("\n\n");
        for (RuleChange change : changes) {
            text.append("- ").append(named(change.after())).append('\n');
            List<String> lines = DiffLines.of(change, MarkdownText::line, MarkdownText::code);
            lines.forEach(line -> text.append("  - ").append(line).append('\n'));
        }
    }
}
