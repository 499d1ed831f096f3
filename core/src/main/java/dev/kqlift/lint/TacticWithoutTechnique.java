package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.catalog.Technique;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** A tactic that none of the rule's techniques belongs to. */
@RuleInfo(
        code = "KL407",
        name = "tactic-without-technique",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class TacticWithoutTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context).ifPresent(rule -> {
            List<Datum.Scalar> techniques = rule.techniques();
            List<Technique> known = techniques.stream()
                    .flatMap(id -> RuleTechniques.known(id, context).stream())
                    .filter(Technique::isActive)
                    .toList();
            if (known.isEmpty() || known.size() < techniques.size()) {
                return;
            }
            for (Datum.Scalar tactic : rule.tactics()) {
                context.attack()
                        .sentinelTactic(tactic.value())
                        .filter(word -> known.stream().noneMatch(technique -> belongs(technique, word, context)))
                        .ifPresent(word -> context.reportInFile(
                                        tactic.span(),
                                        "no technique of the rule belongs to `" + word.word() + "`, by "
                                                + RuleTechniques.version(context))
                                .help("add a technique of the tactic, or remove it"));
            }
        });
    }

    private static boolean belongs(Technique technique, SentinelTactic word, RuleContext context) {
        return word.covers(technique)
                || RuleTechniques.words(technique, context).contains(word.word());
    }
}
