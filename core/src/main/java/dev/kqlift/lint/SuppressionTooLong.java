package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule that rests after an alert for longer than the service allows. */
@RuleInfo(
        code = "KL210",
        name = "suppression-too-long",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class SuppressionTooLong implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .flatMap(keys -> keys.duration("suppressionDuration"))
                .filter(duration -> duration.value().compareTo(SentinelLimits.LONGEST_SUPPRESSION) > 0)
                .ifPresent(duration -> context.reportInFile(
                                duration.span(),
                                "the rule rests for " + DurationWords.of(duration.value())
                                        + " after an alert; the limit is "
                                        + DurationWords.of(SentinelLimits.LONGEST_SUPPRESSION))
                        .help("shorten `suppressionDuration`, or group the alerts into one incident"));
    }
}
