package dev.kqlift.lint;

import dev.kqlift.analysis.RuleAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of a run that compare its rules. Not safe for threads. */
final class CorpusLint {
    private final LintSettings settings;
    private final List<Running> checks = new ArrayList<>();
    private int rules;

    CorpusLint(LintSettings settings, LintSelection selection) {
        this.settings = settings;
        for (LintRules.Registered rule : LintRules.all()) {
            if (rule.rule() instanceof OnCorpus check && selection.mayRun(rule.info())) {
                checks.add(new Running(rule.info(), check.collector(), new ArrayList<>()));
            }
        }
    }

    private record Running(CheckInfo info, CorpusCollector collector, List<RuleContext> contexts) {}

    /** What a check has to say of a rule. */
    record Said(CheckInfo check, RuleContext context) {}

    boolean isEmpty() {
        return checks.isEmpty();
    }

    /** Shows a rule to the checks, and answers where they will put what they find in it. */
    List<Said> add(LintSubject subject) {
        rules++;
        LintSubject file = new LintSubject(
                subject.document(),
                Optional.empty(),
                Optional.empty(),
                RuleAnalysis.EMPTY,
                List.of(),
                subject.tables(),
                subject.functions());
        List<Said> said = new ArrayList<>();
        for (Running check : checks) {
            if (check.info.appliesTo(subject.document().kind())) {
                RuleContext context = new RuleContext(file, settings, check.info);
                said.add(new Said(check.info, context));
                check.contexts.add(context);
                try {
                    check.collector.add(subject, context);
                } catch (RuntimeException | StackOverflowError failure) {
                    context.notChecked(Linter.failed(failure));
                }
            }
        }
        return said;
    }

    /** Lets the checks say what they found; false where there was nothing to compare, so that they were not made. */
    boolean finish() {
        if (rules < 2) {
            return false;
        }
        for (Running check : checks) {
            try {
                check.collector.finish();
            } catch (RuntimeException | StackOverflowError failure) {
                check.contexts.forEach(context -> context.notChecked(Linter.failed(failure)));
            }
        }
        return true;
    }
}
