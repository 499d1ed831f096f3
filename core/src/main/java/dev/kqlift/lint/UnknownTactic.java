package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A word for a tactic in an analytics rule that the service refuses. */
@RuleInfo(
        code = "KL401",
        name = "unknown-tactic",
        category = LintCategory.ATTACK,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnknownTactic implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        TacticWords.check(document, context);
    }
}
