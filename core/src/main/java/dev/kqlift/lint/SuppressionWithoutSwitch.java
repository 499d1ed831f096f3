package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A duration of rest without the switch that turns it on, or the switch without the duration. */
@RuleInfo(
        code = "KL211",
        name = "suppression-without-switch",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class SuppressionWithoutSwitch implements LintRule, OnDocument {
    private static final String DURATION = "suppressionDuration";
    private static final String SWITCH = "suppressionEnabled";

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context).ifPresent(keys -> {
            Datum.Mapping rule = keys.mapping();
            if (rule.get(DURATION).isPresent() && rule.get(SWITCH).isEmpty()) {
                report(rule, DURATION, SWITCH, context);
            } else if (isOn(rule) && rule.get(DURATION).isEmpty()) {
                report(rule, SWITCH, DURATION, context);
            }
        });
    }

    private static boolean isOn(Datum.Mapping rule) {
        return rule.scalar(SWITCH)
                .filter(value -> value.value().strip().equalsIgnoreCase("true"))
                .isPresent();
    }

    private static void report(Datum.Mapping rule, String present, String missing, RuleContext context) {
        rule.entry(present)
                .ifPresent(entry -> context.reportInFile(
                                entry.key().span(), "`" + present + "` stands without `" + missing + "`")
                        .help("add `" + missing + "`"));
    }
}
