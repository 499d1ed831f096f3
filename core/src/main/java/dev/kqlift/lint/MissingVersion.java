package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule in YAML without a version. */
@RuleInfo(
        code = "KL107",
        name = "missing-version",
        category = LintCategory.METADATA,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT})
final class MissingVersion implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .ifPresent(keys -> keys.require("version", "state `version: 1.0.0` and raise it with each change"));
    }
}
