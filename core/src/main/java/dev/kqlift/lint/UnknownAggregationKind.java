package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A way of turning results into alerts that the service does not know. */
@RuleInfo(
        code = "KL215",
        name = "unknown-aggregation-kind",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnknownAggregationKind implements LintRule, OnDocument {
    private static final KnownWords KINDS = new KnownWords(SentinelLimits.AGGREGATION_KINDS);
    private static final String SETTINGS = "eventGroupingSettings";
    private static final String KIND = "aggregationKind";

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.mapping().mapping(SETTINGS).ifPresent(settings -> {
                    if (settings.get(KIND).isEmpty()) {
                        keys.mapping()
                                .entry(SETTINGS)
                                .ifPresent(entry -> context.reportInFile(
                                                entry.key().span(), "`" + SETTINGS + "` has no `" + KIND + "`")
                                        .help("state `SingleAlert` or `AlertPerResult`"));
                    }
                    keys.text(settings, KIND).ifPresent(kind -> KINDS.check(context, kind, "way to make alerts"));
                }));
    }
}
