package dev.kqlift.lint;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the checks over a rule. Immutable and safe for threads. */
public final class Linter {
    private final LintSettings settings;
    private final LintSelection selection;

    private Linter(LintSettings settings, LintSelection selection) {
        this.settings = settings;
        this.selection = selection;
    }

    /** A linter with every check that is on by default. */
    public static Linter of(LintSettings settings) {
        return of(settings, LintSelection.DEFAULT);
    }

    /** A linter with the checks of a selection. */
    public static Linter of(LintSettings settings, LintSelection selection) {
        return new Linter(settings, selection);
    }

    /** A linter with one check, whether it is on by default or not. */
    static Linter only(String code, LintSettings settings) {
        return of(settings, LintSelection.only(code));
    }

    /** Checks a rule that stands alone in its file. Never fails: a check that throws is our error and counts as not made. */
    public LintOutcome lint(LintSubject subject) {
        return FileOutcomes.of(List.of(draft(subject))).getFirst();
    }

    /** What came of a file in which no rule could be read: nothing else is checked. */
    public LintOutcome unread(LintSubject subject) {
        LintSelection.Chosen chosen =
                selection.forFile(subject.document().file().path());
        LintDraft.Builder draft = new LintDraft.Builder(subject.document(), chosen);
        diagnostics(subject, chosen, draft);
        for (LintRules.Registered rule : LintRules.all()) {
            boolean single = !(rule.rule() instanceof OnCorpus);
            if (single && rule.info().appliesTo(subject.document().kind()) && chosen.runs(rule.info())) {
                draft.notChecked(rule.info(), "the file cannot be read");
            }
        }
        return FileOutcomes.of(List.of(draft.build())).getFirst();
    }

    /** A session over several rules, which may stand in one file and are compared with each other. */
    public LintSession session() {
        return new LintSession(this, new CorpusLint(settings, selection));
    }

    /** What the checks of single rules find. */
    LintDraft draft(LintSubject subject) {
        LintSelection.Chosen chosen =
                selection.forFile(subject.document().file().path());
        LintDraft.Builder draft = new LintDraft.Builder(subject.document(), chosen);
        diagnostics(subject, chosen, draft);
        List<LintPass.Running> running = new ArrayList<>();
        for (LintRules.Registered rule : LintRules.all()) {
            boolean single = !(rule.rule() instanceof OnCorpus);
            if (single && rule.info().appliesTo(subject.document().kind()) && chosen.runs(rule.info())) {
                Optional<String> obstacle = obstacle(rule.rule(), subject);
                if (obstacle.isPresent()) {
                    draft.notChecked(rule.info(), obstacle.get());
                } else {
                    running.add(new LintPass.Running(
                            rule.info(), rule.rule(), new RuleContext(subject, settings, rule.info())));
                }
            }
        }
        run(subject, running, draft);
        return draft.build();
    }

    private static void diagnostics(LintSubject subject, LintSelection.Chosen chosen, LintDraft.Builder draft) {
        for (DiagnosticFamily family : DiagnosticFamily.values()) {
            boolean found = false;
            boolean reported = false;
            for (Diagnostic diagnostic : subject.diagnostics()) {
                CheckInfo check = CheckInfo.of(diagnostic.code());
                if (diagnostic.code().name().startsWith(family.name()) && chosen.reports(check)) {
                    reported = true;
                    found |= !DiagnosticFamily.isUnknown(diagnostic.code());
                    draft.add(finding(check, diagnostic));
                }
            }
            Optional<String> obstacle = found ? Optional.empty() : family.obstacle(subject);
            if (reported || chosen.runs(family.check())) {
                obstacle.ifPresentOrElse(
                        reason -> draft.notChecked(family.check(), reason), () -> draft.made(family.check()));
            }
        }
    }

    private static Finding finding(CheckInfo check, Diagnostic diagnostic) {
        return new Finding(
                check,
                diagnostic.severity(),
                diagnostic.message(),
                diagnostic.span(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** All checks in one walk; where one of them throws, each alone, so that the others are not lost. */
    private void run(LintSubject subject, List<LintPass.Running> running, LintDraft.Builder draft) {
        try {
            LintPass.run(subject, running);
            running.forEach(check -> draft.take(check.info(), check.context()));
        } catch (RuntimeException | StackOverflowError failure) {
            running.forEach(check -> runAlone(subject, check.info(), check.rule(), draft));
        }
    }

    private void runAlone(LintSubject subject, CheckInfo info, LintRule rule, LintDraft.Builder draft) {
        LintPass.Running fresh = new LintPass.Running(info, rule, new RuleContext(subject, settings, info));
        try {
            LintPass.run(subject, List.of(fresh));
            draft.take(info, fresh.context());
        } catch (RuntimeException | StackOverflowError failure) {
            draft.notChecked(info, failed(failure));
        }
    }

    /** Why a check was not made that threw an exception. */
    static String failed(Throwable failure) {
        return "the check failed (" + failure.getClass().getSimpleName() + "); please report it with the rule";
    }

    private static Optional<String> obstacle(LintRule rule, LintSubject subject) {
        if (LintPass.needsDocument(rule)) {
            return Optional.empty();
        }
        if (subject.document().query().isEmpty()) {
            return Optional.of("the rule has no query");
        }
        boolean syntax = LintPass.needsSyntax(rule) && subject.syntax().isEmpty();
        boolean meaning = LintPass.needsMeaning(rule) && subject.bound().isEmpty();
        return syntax || meaning ? Optional.of("the query does not parse") : Optional.empty();
    }
}
