package dev.kqlift.lint;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds words for tactics that Sentinel does not accept. */
final class TacticWords {
    private TacticWords() {}

    static void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context)
                .ifPresent(rule -> rule.tactics().forEach(tactic -> check(tactic, document, context)));
    }

    private static void check(Datum.Scalar tactic, RuleDocument document, RuleContext context) {
        AttackCatalog attack = context.attack();
        String word = tactic.value();
        Optional<SentinelTactic> known = attack.sentinelTactic(word);
        if (known.isPresent() && !known.get().legacy()) {
            return;
        }
        String message = known.isPresent()
                ? "`" + word + "` is a tactic of older versions of the service"
                : "`" + word + "` is no tactic that Sentinel accepts";
        FindingBuilder finding = context.reportInFile(tactic.span(), message);
        Optional<String> meant = known.isPresent() ? Optional.empty() : attack.nearestSentinelTactic(word);
        if (meant.isPresent() && meant.get().equalsIgnoreCase(word)) {
            // Checks that read the words as an enumeration take any case; tools that compare texts do not.
            finding.atMost(Severity.WARNING);
        } else if (meant.isEmpty() && document.kind() == RuleKind.HUNTING) {
            // A word that is near no tactic is a label of the author's own.
            finding.atMost(Severity.NOTE);
        }
        if (meant.isPresent()) {
            finding.help("use `" + meant.get() + "`")
                    .fix(
                            letters(meant.get()).equals(letters(word)) ? Applicability.SAFE : Applicability.UNSAFE,
                            "use `" + meant.get() + "`",
                            ScalarEdit.replace(context, tactic, meant.get()));
        } else {
            finding.help("use one of `"
                    + attack.sentinelTactics().stream()
                            .filter(one -> !one.legacy())
                            .map(SentinelTactic::word)
                            .collect(Collectors.joining("`, `"))
                    + "`");
        }
    }

    /** A word without what people put between its parts. */
    private static String letters(String word) {
        return word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
