package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule that names no tactic. */
@RuleInfo(
        code = "KL409",
        name = "no-tactics",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NoTactics implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .filter(rule -> rule.tactics().isEmpty())
                .ifPresent(rule -> context.reportInFile(
                                rule.keys()
                                        .mapping()
                                        .entry("tactics")
                                        .map(entry -> entry.key().span())
                                        .orElseGet(() -> rule.keys().place()),
                                "the rule names no tactic of ATT&CK")
                        .help("name the tactics of its techniques"));
    }
}
