package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.Locale;

/** An id of a technique that ATT&CK does not have. */
@RuleInfo(
        code = "KL402",
        name = "unknown-technique",
        category = LintCategory.ATTACK,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class UnknownTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .ifPresent(rule -> rule.techniques().forEach(technique -> check(technique, context)));
    }

    private static void check(Datum.Scalar technique, RuleContext context) {
        String id = technique.value().strip().toUpperCase(Locale.ROOT);
        if (!RuleTechniques.isId(id)) {
            context.reportInFile(technique.span(), "`" + technique.value() + "` is no id of a technique")
                    .help("write it as `T1078` or `T1078.004`");
        } else if (context.attack().technique(id).isEmpty()) {
            context.reportInFile(
                            technique.span(),
                            RuleTechniques.version(context) + " has no technique `" + technique.value() + "`")
                    .help("look the technique up by its name");
        }
    }
}
