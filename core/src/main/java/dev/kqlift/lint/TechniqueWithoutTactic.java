package dev.kqlift.lint;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.catalog.Technique;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** A technique none of whose tactics the rule lists. */
@RuleInfo(
        code = "KL405",
        name = "technique-without-tactic",
        category = LintCategory.ATTACK,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class TechniqueWithoutTactic implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context).ifPresent(rule -> {
            List<String> listed = rule.tactics().stream()
                    .map(tactic -> meant(tactic, context))
                    .toList();
            for (Datum.Scalar id : rule.techniques()) {
                RuleTechniques.known(id, context)
                        .filter(Technique::isActive)
                        .filter(technique -> isApart(technique, listed, context))
                        .ifPresent(technique -> report(id, technique, context));
            }
        });
    }

    /** The tactic that a word stands for; that it is misspelt is for another check to say. */
    private static String meant(Datum.Scalar tactic, RuleContext context) {
        AttackCatalog attack = context.attack();
        String word = tactic.value();
        return attack.sentinelTactic(word).isPresent()
                ? word
                : attack.nearestSentinelTactic(word).orElse(word);
    }

    /** True where no listed word covers the technique, neither in the version chosen nor in one before it. */
    private static boolean isApart(Technique technique, List<String> listed, RuleContext context) {
        AttackCatalog attack = context.attack();
        List<String> present =
                attack.wordsFor(technique).stream().map(SentinelTactic::word).toList();
        List<String> former = RuleTechniques.words(technique, context);
        return !former.isEmpty() && listed.stream().noneMatch(word -> present.contains(word) || former.contains(word));
    }

    /** The versions up to the one chosen. */
    private static String versions(RuleContext context) {
        List<String> numbers = AttackVersion.numbers();
        int chosen = numbers.indexOf(context.attack().version().number());
        return String.join(" or ", numbers.subList(0, chosen + 1));
    }

    private static void report(Datum.Scalar id, Technique technique, RuleContext context) {
        String words = String.join("`, `", RuleTechniques.words(technique, context));
        context.reportInFile(
                        id.span(),
                        "none of the tactics of `" + technique.id() + "` (" + technique.name()
                                + ") is listed, by ATT&CK " + versions(context))
                .help("add `" + words + "` to `tactics`, or remove the technique");
    }
}
