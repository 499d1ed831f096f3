package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.lint.Finding;
import dev.kqlift.reports.site.view.Badge;
import dev.kqlift.reports.site.view.RuleRow;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules as rows of lists. */
final class RuleRows {
    private static final int MOST_NAMES = 6;

    private final int shared;

    private RuleRows(int shared) {
        this.shared = shared;
    }

    /** Rows whose paths begin behind the folder that all rules share. */
    static RuleRows in(List<RuleFacts> rules) {
        String folder = rules.isEmpty() ? "" : folder(path(rules.getFirst()));
        for (RuleFacts rule : rules) {
            while (!path(rule).startsWith(folder)) {
                folder = folder(folder.substring(0, folder.length() - 1));
            }
        }
        return new RuleRows(folder.length());
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** @param root the way from the page to the root of the site */
    List<RuleRow> of(List<RuleFacts> rules, String root) {
        return rules.stream().map(rule -> of(rule, root)).toList();
    }

    private RuleRow of(RuleFacts rule, String root) {
        return new RuleRow(
                title(rule),
                root + "rules/" + rule.slug() + ".html",
                shortPlace(rule),
                rule.document()
                        .metadata()
                        .severity()
                        .map(stated -> Words.ruleSeverity(Printable.line(stated.value())))
                        .orElse(null),
                rule.document().kind().word(),
                names(rule.document().metadata().techniques().stream()
                        .map(Located::value)
                        .toList()),
                names(rule.analysis().tables()),
                counts(rule));
    }

    private static List<Badge> counts(RuleFacts rule) {
        List<Badge> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings(rule, severity);
            if (count > 0) {
                counts.add(new Badge(
                        Words.sign(severity) + " " + Numbers.text(count),
                        Words.severity(severity).look()));
            }
        }
        return counts;
    }

    private static List<String> names(List<String> names) {
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(Printable::line).toList();
        if (names.size() <= MOST_NAMES) {
            return shown;
        }
        return Stream.concat(shown.stream(), Stream.of("+" + (names.size() - MOST_NAMES)))
                .toList();
    }

    static String title(RuleFacts rule) {
        String title = Printable.line(rule.title().strip());
        return title.isEmpty() ? place(rule) : title;
    }

    /** The rule's file and the line of its query. */
    static String place(RuleFacts rule) {
        return Printable.line(path(rule)) + ":" + line(rule.document());
    }

    /** The rule's file, from the folder that all rules share, and the line of its query. */
    String shortPlace(RuleFacts rule) {
        return shortPath(rule) + ":" + line(rule.document());
    }

    /** The rule's file, from the folder that all rules share. */
    String shortPath(RuleFacts rule) {
        return Printable.line(path(rule).substring(shared));
    }

    static String path(RuleFacts rule) {
        return rule.document().file().path().replace('\\', '/');
    }

    private static int line(RuleDocument document) {
        int offset = document.query()
                .map((EmbeddedText query) -> query.toFile(0))
                .or(() -> document.metadata().name().map(name -> name.span().start()))
                .orElse(0);
        return document.file().text().position(offset).line();
    }

    static long findings(RuleFacts rule, Severity severity) {
        return rule.lint().findings().stream()
                .map(Finding::severity)
                .filter(severity::equals)
                .count();
    }
}
