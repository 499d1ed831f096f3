package dev.kqlift.cli;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.backend.Backend;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.RuleFactsBuilder;
import dev.kqlift.corpus.facts.RuleNotes;
import dev.kqlift.corpus.scan.NotesFiles;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.source.Span;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks and translates a rule, reads its notes, and states its facts. Safe for threads; a defect of ours costs one rule. */
final class FactsOfRule {
    private final RuleLinter linter;
    private final List<Backend> backends;
    private final RuleFactsBuilder builder;

    FactsOfRule(RuleLinter linter, List<Backend> backends, RuleFactsBuilder builder) {
        this.linter = linter;
        this.backends = List.copyOf(backends);
        this.builder = builder;
    }

    /** The facts of a rule, and why its notes could not be read, if that is so. */
    record Outcome(RuleFacts facts, Optional<DecodeOutcome.Refused> unreadNotes) {}

    Outcome of(AnalyzedRule rule) {
        Optional<DecodeOutcome> notes = NotesFiles.read(rule.document().file().path());
        return notes.isEmpty()
                ? new Outcome(facts(rule, RuleNotes.NONE), Optional.empty())
                : switch (notes.get()) {
                    case DecodeOutcome.Decoded(SourceFile file) ->
                        new Outcome(facts(rule, RuleNotes.parse(file.text().text())), Optional.empty());
                    case DecodeOutcome.Refused refused ->
                        new Outcome(facts(rule, RuleNotes.NONE), Optional.of(refused));
                };
    }

    private RuleFacts facts(AnalyzedRule rule, RuleNotes notes) {
        try {
            List<Translation> translations = new ArrayList<>(backends.size());
            for (Backend backend : backends) {
                translations.add(SafeTranslation.of(backend, rule));
            }
            return builder.build(rule, linter.lint(rule), translations, notes);
        } catch (RuntimeException | StackOverflowError | AssertionError defect) {
            AnalyzedRule unread = withDefect(rule, defect);
            return builder.build(unread, linter.lint(unread), List.of(), notes);
        }
    }

    private static AnalyzedRule withDefect(AnalyzedRule rule, Throwable defect) {
        Span place =
                rule.document().query().map(query -> Span.at(query.toFile(0))).orElse(Span.at(0));
        List<Diagnostic> diagnostics = new ArrayList<>(rule.diagnostics());
        diagnostics.add(Diagnostic.of(
                DiagnosticCode.KD900,
                "internal error while stating the facts of the rule: "
                        + defect.getClass().getSimpleName(),
                place));
        return new AnalyzedRule(rule.document(), Optional.empty(), RuleAnalysis.EMPTY, diagnostics);
    }
}
