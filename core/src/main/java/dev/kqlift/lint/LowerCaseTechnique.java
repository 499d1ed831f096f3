package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.Locale;

/** An id of a technique with a small letter. */
@RuleInfo(
        code = "KL413",
        name = "lower-case-technique",
        category = LintCategory.ATTACK,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class LowerCaseTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context).ifPresent(rule -> {
            for (Datum.Scalar technique : rule.techniques()) {
                String upper = technique.value().toUpperCase(Locale.ROOT);
                if (!upper.equals(technique.value()) && RuleTechniques.isId(upper)) {
                    context.reportInFile(
                                    technique.span(), "the id `" + technique.value() + "` begins with a small letter")
                            .help("write `" + upper + "`")
                            .fix(
                                    Applicability.SAFE,
                                    "write `" + upper + "`",
                                    ScalarEdit.replace(context, technique, upper));
                }
            }
        });
    }
}
