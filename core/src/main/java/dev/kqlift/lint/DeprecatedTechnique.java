package dev.kqlift.lint;

import dev.kqlift.catalog.Technique;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A technique that ATT&CK has given up without another in its place. */
@RuleInfo(
        code = "KL404",
        name = "deprecated-technique",
        category = LintCategory.ATTACK,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class DeprecatedTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .ifPresent(rule -> rule.techniques()
                        .forEach(id -> RuleTechniques.known(id, context)
                                .filter(technique -> technique.status() == Technique.Status.DEPRECATED)
                                .ifPresent(technique -> context.reportInFile(
                                                id.span(),
                                                "`" + technique.id() + "` (" + technique.name() + ") is deprecated in "
                                                        + RuleTechniques.version(context))
                                        .help("choose an active technique"))));
    }
}
