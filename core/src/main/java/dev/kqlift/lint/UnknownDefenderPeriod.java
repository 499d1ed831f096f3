package dev.kqlift.lint;

import dev.kqlift.catalog.DefenderLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DefenderSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A period that custom detections do not have. */
@RuleInfo(
        code = "KL901",
        name = "unknown-defender-period",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class UnknownDefenderPeriod implements LintRule, OnDocument {
    private static final KnownWords PERIODS = new KnownWords(DefenderLimits.PERIODS);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        DefenderRule.of(document, context)
                .flatMap(DefenderSettings::period)
                .map(EntityMappings::scalar)
                .ifPresent(period -> PERIODS.check(context, period, "period of a custom detection"));
    }
}
