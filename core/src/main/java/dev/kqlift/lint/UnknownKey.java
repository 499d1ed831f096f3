package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A key that no rule has, and that is no misspelling of one. */
@RuleInfo(
        code = "KL102",
        name = "unknown-key",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class UnknownKey implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .ifPresent(keys -> RuleShape.unknown(keys.mapping()).stream()
                        .filter(unknown -> unknown.meant().isEmpty())
                        .forEach(unknown -> context.reportInFile(
                                unknown.key().span(),
                                "`" + unknown.key().value() + "` is no key of a rule and is passed over")));
    }
}
