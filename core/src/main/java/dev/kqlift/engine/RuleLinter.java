package dev.kqlift.engine;

import dev.kqlift.lint.LintOutcome;
import dev.kqlift.lint.LintSubject;
import dev.kqlift.lint.Linter;

/** Checks compiled rules. Immutable and safe for threads. */
public final class RuleLinter {
    private final Workspace workspace;
    private final Linter linter;

    public RuleLinter(Workspace workspace, Linter linter) {
        this.workspace = workspace;
        this.linter = linter;
    }

    /** Checks a rule that went through the steps, with or without errors. */
    public LintOutcome lint(AnalyzedRule rule) {
        return linter.lint(subject(rule));
    }

    /** The rule as the checks see it. */
    public LintSubject subject(AnalyzedRule rule) {
        return new LintSubject(
                rule.document(),
                rule.syntax(),
                rule.bound(),
                rule.analysis(),
                rule.diagnostics(),
                workspace.tables(),
                workspace.functions());
    }
}
