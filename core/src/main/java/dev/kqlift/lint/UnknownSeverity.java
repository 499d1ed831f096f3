package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A severity that the service does not know, or in other case. */
@RuleInfo(
        code = "KL126",
        name = "unknown-severity",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnknownSeverity implements LintRule, OnDocument {
    private static final KnownWords SEVERITIES = new KnownWords(SentinelLimits.SEVERITIES);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .flatMap(keys -> keys.text("severity"))
                .filter(severity -> !severity.value().isBlank())
                .ifPresent(severity -> SEVERITIES.check(context, severity, "severity of Sentinel"));
    }
}
