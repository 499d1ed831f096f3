package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** More custom details than the service takes. */
@RuleInfo(
        code = "KL323",
        name = "custom-detail-count",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class CustomDetailCount implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return;
        }
        List<AlertSettings.CustomDetail> details = AlertSettings.read(document).customDetails();
        int limit = SentinelLimits.CUSTOM_DETAILS;
        if (details.size() > limit) {
            context.reportInFile(
                            details.get(limit).key().span(),
                            "the rule has " + details.size() + " custom details; the limit is " + limit)
                    .help("keep what an analyst reads first");
        }
    }
}
