package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A word for a tactic in a hunting query that the service does not count under any tactic. */
@RuleInfo(
        code = "KL414",
        name = "unknown-hunting-tactic",
        category = LintCategory.ATTACK,
        severity = Severity.WARNING,
        kinds = {RuleKind.HUNTING})
final class UnknownHuntingTactic implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        TacticWords.check(document, context);
    }
}
