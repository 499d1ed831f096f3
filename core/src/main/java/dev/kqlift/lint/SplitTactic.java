package dev.kqlift.lint;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.catalog.Tactic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** The tactic Defense Evasion, which ATT&CK has split. */
@RuleInfo(
        code = "KL410",
        name = "split-tactic",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class SplitTactic implements LintRule, OnDocument {
    private static final String WORD = "DefenseEvasion";

    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (context.attack().version() == AttackVersion.V18) {
            return;
        }
        RuleTechniques.of(document, context)
                .ifPresent(rule -> rule.tactics().stream()
                        .filter(tactic -> tactic.value().equals(WORD))
                        .forEach(tactic -> report(tactic, rule, context)));
    }

    private static void report(Datum.Scalar tactic, RuleTechniques rule, RuleContext context) {
        AttackCatalog attack = context.attack();
        List<String> names = attack.sentinelTactic(WORD).stream()
                .flatMap(word -> word.tactics().stream())
                .filter(one -> rule.techniques().stream()
                        .flatMap(id -> RuleTechniques.known(id, context).stream())
                        .anyMatch(technique -> technique.matrix() == one.matrix()
                                && technique.tactics().contains(one.shortName())))
                .map(Tactic::name)
                .distinct()
                .toList();
        FindingBuilder finding = context.reportInFile(
                tactic.span(),
                RuleTechniques.version(context) + " has split Defense Evasion, and Sentinel has its old word");
        finding.help(
                names.isEmpty()
                        ? "name a technique, so that the present tactic is clear"
                        : "read it as " + String.join(" and ", names) + ", which the techniques point to");
    }
}
