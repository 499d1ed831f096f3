package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A name that lists cut off. */
@RuleInfo(
        code = "KL119",
        name = "long-name",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class LongName implements LintRule, OnDocument {
    private static final int CHARACTERS = 50;

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context).ifPresent(keys -> keys.limit(keys.nameKey(), CHARACTERS));
    }
}
