package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A sub-technique in the list of a template that takes techniques alone. */
@RuleInfo(
        code = "KL411",
        name = "sub-technique-in-techniques",
        category = LintCategory.ATTACK,
        severity = Severity.ERROR,
        kinds = {RuleKind.ARM})
final class SubTechniqueInTechniques implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context).ifPresent(keys -> {
            for (Datum.Scalar id : keys.texts("techniques")) {
                if (RuleTechniques.isId(id.value()) && id.value().contains(".")) {
                    String technique = id.value().substring(0, id.value().indexOf('.'));
                    context.reportInFile(id.span(), "`techniques` takes no sub-techniques such as `" + id.value() + "`")
                            .help("list `" + technique + "` here and `" + id.value() + "` in `subTechniques`");
                }
            }
        });
    }
}
