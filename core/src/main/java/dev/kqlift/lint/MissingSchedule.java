package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A scheduled rule that does not say how often it runs, or how far it looks back. */
@RuleInfo(
        code = "KL201",
        name = "missing-schedule",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class MissingSchedule implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            keys.require("queryFrequency", "say how often the rule runs");
            keys.require("queryPeriod", "say how far each run looks back");
        });
    }
}
