package dev.kqlift.lint;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs the checks over a rule. Immutable and safe for threads. */
public final class Linter {
    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.span().start())
            .thenComparing(finding -> finding.check().code())
            .thenComparing(Finding::message);

    private final List<LintRules.Registered> rules;
    private final LintSettings settings;

    private Linter(List<LintRules.Registered> rules, LintSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** A linter with every check that is on by default. */
    public static Linter of(LintSettings settings) {
        return new Linter(
                LintRules.all().stream().filter(rule -> rule.info().enabled()).toList(), settings);
    }

    /** A linter with one check, whether it is on by default or not. */
    static Linter only(String code, LintSettings settings) {
        return new Linter(
                LintRules.all().stream()
                        .filter(rule -> rule.info().code().equals(code))
                        .toList(),
                settings);
    }

    /** Checks a rule. Never fails: a check that throws is our error and counts as not made. */
    public LintOutcome lint(LintSubject subject) {
        Tally tally = new Tally();
        tally.diagnostics(subject.diagnostics());
        List<LintPass.Running> running = new ArrayList<>();
        for (LintRules.Registered rule : rules) {
            if (rule.info().appliesTo(subject.document().kind())) {
                Optional<String> obstacle = obstacle(rule.rule(), subject);
                if (obstacle.isPresent()) {
                    tally.notChecked(rule.info(), obstacle.get());
                } else {
                    running.add(new LintPass.Running(
                            rule.info(), rule.rule(), new RuleContext(subject, settings, rule.info())));
                }
            }
        }
        run(subject, running, tally);
        return tally.outcome();
    }

    /** All checks in one walk; where one of them throws, each alone, so that the others are not lost. */
    private void run(LintSubject subject, List<LintPass.Running> running, Tally tally) {
        try {
            LintPass.run(subject, running);
            running.forEach(tally::take);
        } catch (RuntimeException | StackOverflowError failure) {
            running.forEach(check -> runAlone(subject, check.info(), check.rule(), tally));
        }
    }

    private void runAlone(LintSubject subject, CheckInfo info, LintRule rule, Tally tally) {
        LintPass.Running fresh = new LintPass.Running(info, rule, new RuleContext(subject, settings, info));
        try {
            LintPass.run(subject, List.of(fresh));
            tally.take(fresh);
        } catch (RuntimeException | StackOverflowError failure) {
            tally.notChecked(
                    info,
                    "the check failed (" + failure.getClass().getSimpleName() + "); please report it with the rule");
        }
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

    /** Collects what the checks found, each place once: the body of a function is seen at every call. */
    private static final class Tally {
        private final Set<Finding> findings = new LinkedHashSet<>();
        private final List<NotChecked> notChecked = new ArrayList<>();
        private final Set<String> failed = new TreeSet<>();
        private int passed;

        void diagnostics(List<Diagnostic> diagnostics) {
            for (Diagnostic diagnostic : diagnostics) {
                add(new Finding(
                        CheckInfo.of(diagnostic.code()),
                        diagnostic.severity(),
                        diagnostic.message(),
                        diagnostic.span(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
            }
            for (String family : List.of("KD", "KS", "KB", "KT")) {
                if (diagnostics.stream().noneMatch(diagnostic -> isOf(family, diagnostic.code()))) {
                    passed++;
                }
            }
        }

        private static boolean isOf(String family, DiagnosticCode code) {
            return code.name().startsWith(family) && code.severity() != Severity.NOTE;
        }

        void notChecked(CheckInfo check, String reason) {
            notChecked.add(new NotChecked(check, reason));
        }

        void take(LintPass.Running check) {
            List<Finding> found = check.context().findings();
            found.forEach(this::add);
            Optional<String> reason = check.context().reasonNotChecked();
            if (found.isEmpty() && reason.isPresent()) {
                notChecked(check.info(), reason.get());
            } else if (found.isEmpty()) {
                passed++;
            }
        }

        private void add(Finding finding) {
            findings.add(finding);
            failed.add(finding.check().code());
        }

        LintOutcome outcome() {
            List<Finding> sorted = new ArrayList<>(findings);
            sorted.sort(ORDER);
            return new LintOutcome(sorted, notChecked, passed, failed.size(), 0);
        }
    }
}
