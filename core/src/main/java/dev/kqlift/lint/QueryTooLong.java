package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A query of more characters than the service takes. */
@RuleInfo(
        code = "KL104",
        name = "query-too-long",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class QueryTooLong implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.limit("query", SentinelLimits.QUERY_CHARACTERS));
    }
}
