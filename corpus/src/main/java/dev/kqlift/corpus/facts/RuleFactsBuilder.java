package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.source.Located;
import dev.kqlift.syntax.SyntaxPrinter;
import dev.kqlift.translation.Translation;
import java.util.List;
import java.util.Optional;

/** Turns a compiled rule, what lint found in it and its translations into facts. Immutable and safe for threads. */
public final class RuleFactsBuilder {
    private static final int FINGERPRINT_LENGTH = 32;

    private final AttackFacts attack;

    public RuleFactsBuilder(AttackCatalog catalog) {
        this.attack = new AttackFacts(catalog);
    }

    /** The facts of a rule; its slug is not unique before the rule is part of a {@link CorpusFacts}. */
    public RuleFacts build(AnalyzedRule rule, LintOutcome lint, List<Translation> translations, RuleNotes notes) {
        RuleDocument document = rule.document();
        String title = title(document);
        return new RuleFacts(
                Slugs.of(title, "rule"),
                document,
                title,
                attack.of(document.metadata()),
                rule.analysis(),
                rule.bound().map(bound -> QueryTrace.of(bound, rule.analysis())),
                MappingFacts.of(
                        AlertSettings.read(document),
                        rule.analysis(),
                        rule.bound().isPresent()),
                lint,
                translations,
                knobs(rule),
                notes,
                fingerprint(rule));
    }

    /** The rule's name; of a rule without one, the name of its file. */
    private static String title(RuleDocument document) {
        Optional<String> name = document.metadata()
                .name()
                .map(Located::value)
                .map(String::strip)
                .filter(stated -> !stated.isEmpty());
        String path = document.file().path();
        int from = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
        int dot = path.lastIndexOf('.');
        return name.orElse(dot > from ? path.substring(from, dot) : path.substring(from));
    }

    private static List<TuningKnob> knobs(AnalyzedRule rule) {
        if (rule.syntax().isEmpty()
                || rule.bound().isEmpty()
                || rule.document().query().isEmpty()) {
            return List.of();
        }
        return TuningKnobs.of(
                rule.syntax().get(),
                rule.document().query().get(),
                rule.analysis().stages(),
                rule.bound().get().constants(),
                AggregateNames.of(rule.bound().get()));
    }

    /** The printed tree has neither comments nor the author's layout. */
    private static Optional<String> fingerprint(AnalyzedRule rule) {
        return rule.syntax().map(query -> Slugs.hash(SyntaxPrinter.print(query)).substring(0, FINGERPRINT_LENGTH));
    }
}
