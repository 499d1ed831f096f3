package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule that names no technique. */
@RuleInfo(
        code = "KL408",
        name = "no-techniques",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NoTechniques implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .filter(rule -> rule.techniques().isEmpty())
                .ifPresent(rule -> context.reportInFile(
                                rule.key()
                                        .map(entry -> entry.key().span())
                                        .orElseGet(() -> rule.keys().place()),
                                "the rule names no technique of ATT&CK")
                        .help("name the techniques that it finds"));
    }
}
