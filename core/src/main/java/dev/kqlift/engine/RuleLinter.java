package dev.kqlift.engine;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.lint.LintSession;
import dev.kqlift.lint.LintSubject;
import dev.kqlift.lint.Linter;
import java.util.Optional;

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

    /** A run over many rules. */
    public LintSession session() {
        return linter.session();
    }

    /** What came of a file that could not be read: its diagnostics, and no check made. */
    public LintSession.Linted unread(RuleDocument document) {
        LintSubject subject = new LintSubject(
                document,
                Optional.empty(),
                Optional.empty(),
                RuleAnalysis.EMPTY,
                document.diagnostics(),
                workspace.tables(),
                workspace.functions());
        return new LintSession.Linted(document, linter.unread(subject));
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
