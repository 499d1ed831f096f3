package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule that does not say how bad its alerts are. */
@RuleInfo(
        code = "KL125",
        name = "missing-severity",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class MissingSeverity implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .filter(keys -> !keys.isScheduledInNameOnly())
                .ifPresent(keys -> keys.require(
                        "severity", "state one of `" + String.join("`, `", SentinelLimits.SEVERITIES) + "`"));
    }
}
