package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An analytics rule in YAML that does not say its kind. */
@RuleInfo(
        code = "KL109",
        name = "missing-kind",
        category = LintCategory.METADATA,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT})
final class MissingKind implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .ifPresent(keys -> keys.require("kind", "state `kind: Scheduled` or `kind: NRT`"));
    }
}
