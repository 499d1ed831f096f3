package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule among those that it is compared with.
 *
 * @param context where findings in it are put
 * @param place what in its file they are about
 */
record CorpusRule(RuleContext context, Span place) {
    private static final int MOST_LABELS = 3;

    /** The rule with its query as the place; where it has none, the start of the file. */
    static CorpusRule ofQuery(RuleContext context) {
        Optional<Span> query = context.subject()
                .document()
                .query()
                .map(text -> text.toFile(new Span(0, text.text().length())));
        return new CorpusRule(context, query.map(CorpusRule::firstCharacter).orElse(Span.at(0)));
    }

    private static Span firstCharacter(Span span) {
        return new Span(span.start(), Math.min(span.end(), span.start() + 1));
    }

    RuleDocument document() {
        return context.subject().document();
    }

    /** The id in the case that ids are compared in. */
    Optional<String> id() {
        return document().metadata().id().map(id -> id.value().toLowerCase(Locale.ROOT));
    }

    /** The name; where it has none, the path of its file. */
    String name() {
        return document()
                .metadata()
                .name()
                .map(Located::value)
                .orElse(document().file().path());
    }

    /** The rules of a list without this one. */
    List<CorpusRule> others(List<CorpusRule> rules) {
        return rules.stream().filter(other -> other.context != context).toList();
    }

    /** True for two of one rule: a copy of it elsewhere has its id. */
    boolean isCopyOf(CorpusRule other) {
        return id().isPresent() && id().equals(other.id());
    }

    /** Reports the rule, with the places of the first of the others. */
    FindingBuilder report(String message, List<CorpusRule> others, String label) {
        FindingBuilder finding = context.reportInFile(place, message);
        for (CorpusRule other : others.subList(0, Math.min(MOST_LABELS, others.size()))) {
            SourceFile file = other.document().file();
            finding.labelIn(file, other.place, label);
        }
        return finding;
    }

    /** {@code another rule} or {@code 3 other rules}. */
    static String count(List<CorpusRule> rules, String one, String many) {
        return rules.size() == 1 ? one : rules.size() + " " + many;
    }
}
