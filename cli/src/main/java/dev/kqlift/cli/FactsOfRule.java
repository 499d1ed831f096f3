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
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.lint.LintSession;
import dev.kqlift.lint.LintSubject;
import dev.kqlift.source.Span;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks and translates a rule, reads its notes, and states its facts. Safe for threads; a defect of ours costs one rule. */
final class FactsOfRule {
    private static final LintOutcome NOT_YET =
            new LintOutcome(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final RuleLinter linter;
    private final LintSession session;
    private final List<Backend> backends;
    private final RuleFactsBuilder builder;

    FactsOfRule(RuleLinter linter, LintSession session, List<Backend> backends, RuleFactsBuilder builder) {
        this.linter = linter;
        this.session = session;
        this.backends = List.copyOf(backends);
        this.builder = builder;
    }

    /**
     * What is known of a rule before rules are compared.
     *
     * @param facts without findings
     * @param subject the rule as the checks saw it
     * @param checked what the checks of single rules found
     * @param unreadNotes why the rule's notes could not be read, if that is so
     */
    record Outcome(
            RuleFacts facts,
            LintSubject subject,
            LintSession.Checked checked,
            Optional<DecodeOutcome.Refused> unreadNotes) {}

    Outcome of(AnalyzedRule rule) {
        Optional<DecodeOutcome> notes = NotesFiles.read(rule.document().file().path());
        return notes.isEmpty()
                ? of(rule, RuleNotes.NONE, Optional.empty())
                : switch (notes.get()) {
                    case DecodeOutcome.Decoded(SourceFile file) ->
                        of(rule, RuleNotes.parse(file.text().text()), Optional.empty());
                    case DecodeOutcome.Refused refused -> of(rule, RuleNotes.NONE, Optional.of(refused));
                };
    }

    private Outcome of(AnalyzedRule rule, RuleNotes notes, Optional<DecodeOutcome.Refused> unreadNotes) {
        try {
            return stated(rule, backends, notes, unreadNotes);
        } catch (RuntimeException | StackOverflowError | AssertionError defect) {
            return stated(withDefect(rule, defect), List.of(), notes, unreadNotes);
        }
    }

    private Outcome stated(
            AnalyzedRule rule, List<Backend> targets, RuleNotes notes, Optional<DecodeOutcome.Refused> unreadNotes) {
        List<Translation> translations = new ArrayList<>(targets.size());
        for (Backend backend : targets) {
            translations.add(SafeTranslation.of(backend, rule));
        }
        LintSubject subject = linter.subject(rule);
        return new Outcome(
                builder.build(rule, NOT_YET, translations, notes), subject, session.check(subject), unreadNotes);
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
