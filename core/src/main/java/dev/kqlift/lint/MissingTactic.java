package dev.kqlift.lint;

import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.catalog.Technique;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** A technique not all of whose tactics the rule lists. */
@RuleInfo(
        code = "KL406",
        name = "missing-tactic",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class MissingTactic implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context).ifPresent(rule -> {
            List<String> listed =
                    rule.tactics().stream().map(Datum.Scalar::value).toList();
            for (Datum.Scalar id : rule.techniques()) {
                RuleTechniques.known(id, context)
                        .filter(Technique::isActive)
                        .map(technique -> RuleTechniques.words(technique, context))
                        .ifPresent(words -> check(id, words, listed, context));
            }
        });
    }

    private static void check(Datum.Scalar id, List<String> words, List<String> listed, RuleContext context) {
        List<String> missing =
                words.stream().filter(word -> !listed.contains(word)).toList();
        // A technique without any of its tactics is what another check finds.
        if (!missing.isEmpty() && missing.size() < words.size()) {
            context.reportInFile(
                            id.span(),
                            "`" + id.value() + "` belongs to `" + String.join("`, `", missing)
                                    + "` as well in ATT&CK " + AttackVersion.V18.number()
                                    + ", which the rule does not list")
                    .help("add `" + String.join("`, `", missing) + "` to `tactics`");
        }
    }
}
