package dev.kqlift.lint;

import dev.kqlift.catalog.Technique;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A technique that ATT&CK has given up for another. */
@RuleInfo(
        code = "KL403",
        name = "revoked-technique",
        category = LintCategory.ATTACK,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class RevokedTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .ifPresent(rule -> rule.techniques()
                        .forEach(id -> RuleTechniques.known(id, context)
                                .filter(technique -> technique.status() == Technique.Status.REVOKED)
                                .ifPresent(technique -> report(id, technique, context))));
    }

    private static void report(Datum.Scalar id, Technique technique, RuleContext context) {
        FindingBuilder finding = context.reportInFile(
                id.span(),
                "`" + technique.id() + "` (" + technique.name() + ") is revoked in " + RuleTechniques.version(context));
        technique
                .successor()
                .ifPresent(successor -> finding.help("use `" + successor + "`, which takes its place")
                        .fix(
                                Applicability.UNSAFE,
                                "use `" + successor + "`",
                                ScalarEdit.replace(context, id, successor)));
    }
}
