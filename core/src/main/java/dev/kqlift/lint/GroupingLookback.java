package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.IncidentSettings;
import dev.kqlift.document.Iso8601Span;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** Grouping of alerts that looks back over less or more time than the service allows. */
@RuleInfo(
        code = "KL212",
        name = "grouping-lookback",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class GroupingLookback implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .flatMap(keys -> AlertSettings.read(document).incident())
                .flatMap(IncidentSettings::grouping)
                .flatMap(IncidentSettings.Grouping::lookbackDuration)
                .ifPresent(lookback -> Iso8601Span.parse(lookback.value().strip())
                        .filter(duration -> duration.compareTo(SentinelLimits.SHORTEST_GROUPING) < 0
                                || duration.compareTo(SentinelLimits.LONGEST_GROUPING) > 0)
                        .ifPresent(duration -> context.reportInFile(
                                        lookback.span(),
                                        "grouping looks back over " + DurationWords.of(duration)
                                                + "; the service takes "
                                                + DurationWords.of(SentinelLimits.SHORTEST_GROUPING) + " to "
                                                + DurationWords.of(SentinelLimits.LONGEST_GROUPING))
                                .help("choose a length in that range")));
    }
}
