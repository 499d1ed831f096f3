package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A kind that is no kind of rule with a query. */
@RuleInfo(
        code = "KL110",
        name = "unknown-kind",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class UnknownKind implements LintRule, OnDocument {
    private static final KnownWords KINDS = KnownWords.of("Scheduled", "NRT", "Hunting");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .flatMap(keys -> keys.text("kind"))
                .filter(kind -> !kind.value().isBlank())
                .ifPresent(kind -> KINDS.check(context, kind, "kind of rule with a query"));
    }
}
