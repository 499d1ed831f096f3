package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A word of the grouping of alerts that the service does not know. */
@RuleInfo(
        code = "KL219",
        name = "unknown-grouping-word",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnknownGroupingWord implements LintRule, OnDocument {
    private static final KnownWords METHODS = new KnownWords(SentinelLimits.MATCHING_METHODS);
    private static final KnownWords DETAILS = new KnownWords(SentinelLimits.GROUPING_ALERT_DETAILS);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.mapping()
                        .mapping("incidentConfiguration")
                        .flatMap(incident -> incident.mapping("groupingConfiguration"))
                        .ifPresent(grouping -> {
                            keys.text(grouping, "matchingMethod")
                                    .ifPresent(method -> METHODS.check(context, method, "way to group alerts"));
                            for (Datum detail : keys.items(grouping, "groupByAlertDetails")) {
                                if (detail instanceof Datum.Scalar text && !text.isNull()) {
                                    DETAILS.check(context, text, "detail that alerts are grouped by");
                                }
                            }
                        }));
    }
}
