package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** A near-real-time rule with settings of scheduled rules. */
@RuleInfo(
        code = "KL206",
        name = "nrt-with-schedule",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.NRT, RuleKind.ARM})
final class NrtWithSchedule implements LintRule, OnDocument {
    private static final List<String> KEYS =
            List.of("queryFrequency", "queryPeriod", "triggerOperator", "triggerThreshold");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofNrtRule(document, context).ifPresent(keys -> {
            for (Datum.Entry entry : keys.mapping().entries()) {
                String key = entry.key().value();
                if (KEYS.contains(key) && !entry.value().isNull()) {
                    context.reportInFile(entry.key().span(), "a near-real-time rule has no `" + key + "`")
                            .help("remove the key, or make the rule `kind: Scheduled`");
                }
            }
        });
    }
}
