package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A property of alerts that the service does not let columns set. */
@RuleInfo(
        code = "KL309",
        name = "unknown-alert-property",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnknownAlertProperty implements LintRule, OnDocument {
    private static final KnownWords PROPERTIES = new KnownWords(SentinelLimits.ALERT_PROPERTIES);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.mapping()
                        .mapping("alertDetailsOverride")
                        .ifPresent(override -> {
                            for (Datum item : keys.items(override, "alertDynamicProperties")) {
                                if (item instanceof Datum.Mapping property) {
                                    keys.text(property, "alertProperty")
                                            .ifPresent(name -> PROPERTIES.check(
                                                    context, name, "property of alerts that a column sets"));
                                }
                            }
                        }));
    }
}
