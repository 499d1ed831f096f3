package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A key that no rule has, and that is near one that the rule lacks: what it says is passed over. */
@RuleInfo(
        code = "KL101",
        name = "misspelt-key",
        category = LintCategory.METADATA,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class MisspeltKey implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .ifPresent(keys -> RuleShape.unknown(keys.mapping())
                        .forEach(unknown -> unknown.meant().ifPresent(meant -> report(unknown.key(), meant, context))));
    }

    private static void report(Datum.Scalar key, String meant, RuleContext context) {
        boolean sameButForCase = key.value().equalsIgnoreCase(meant);
        context.reportInFile(
                        key.span(),
                        sameButForCase
                                ? "the key `" + meant + "` is written `" + key.value()
                                        + "`; readers that mind case pass it over"
                                : "`" + key.value() + "` is no key of a rule and is passed over")
                .help("write `" + meant + "`")
                .fix(
                        sameButForCase ? Applicability.SAFE : Applicability.UNSAFE,
                        "rename the key to `" + meant + "`",
                        ScalarEdit.replace(context, key, meant));
    }
}
