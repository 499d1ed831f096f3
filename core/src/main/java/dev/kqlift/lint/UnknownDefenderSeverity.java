package dev.kqlift.lint;

import dev.kqlift.catalog.DefenderLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A severity that alerts of custom detections do not have, or in other case. */
@RuleInfo(
        code = "KL902",
        name = "unknown-defender-severity",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class UnknownDefenderSeverity implements LintRule, OnDocument {
    private static final KnownWords SEVERITIES = new KnownWords(DefenderLimits.SEVERITIES);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        document.metadata()
                .severity()
                .map(EntityMappings::scalar)
                .ifPresent(severity -> SEVERITIES.check(context, severity, "severity of a custom detection"));
    }
}
