package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A scheduled rule that does not say how often it runs, or how far it looks back. */
@RuleInfo(
        code = "KL201",
        name = "missing-schedule",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class MissingSchedule implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            if (keys.isScheduledInNameOnly()) {
                reportKind(keys, context);
                return;
            }
            keys.require("queryFrequency", "say how often the rule runs");
            keys.require("queryPeriod", "say how far each run looks back");
        });
    }

    private static void reportKind(RuleKeys keys, RuleContext context) {
        keys.mapping()
                .scalar("kind")
                .ifPresent(kind -> context.reportInFile(
                                kind.span(), "the kind is `Scheduled`, and the rule has neither schedule nor trigger")
                        .help("state both, or remove `kind` from a query that people run by hand")
                        .atMost(Severity.WARNING));
    }
}
