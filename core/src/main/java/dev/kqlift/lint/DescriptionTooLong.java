package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A description of more characters than the service takes. */
@RuleInfo(
        code = "KL123",
        name = "description-too-long",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class DescriptionTooLong implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.limit("description", SentinelLimits.DESCRIPTION_CHARACTERS));
    }
}
