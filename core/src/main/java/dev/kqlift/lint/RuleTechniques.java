package dev.kqlift.lint;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.catalog.Technique;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tactics and techniques of a rule, as the file states them, against a version of ATT&CK. */
final class RuleTechniques {
    private static final Pattern ID = Pattern.compile("T\\d{4}(?:\\.\\d{3})?");
    private static final List<String> KEYS = List.of("relevantTechniques", "techniques", "subTechniques");

    private final RuleKeys keys;

    private RuleTechniques(RuleKeys keys) {
        this.keys = keys;
    }

    /** Empty for what has no tactics: bare queries, saved queries in templates, broken files. */
    static Optional<RuleTechniques> of(RuleDocument document, RuleContext context) {
        Optional<RuleKeys> keys = document.kind() == RuleKind.ARM
                ? RuleKeys.ofAnalyticsRule(document, context)
                : RuleKeys.of(document, context);
        return keys.map(RuleTechniques::new);
    }

    RuleKeys keys() {
        return keys;
    }

    /** The words for tactics, in the order of the file. */
    List<Datum.Scalar> tactics() {
        return keys.texts("tactics");
    }

    /** The ids of techniques and sub-techniques, in the order of the file. */
    List<Datum.Scalar> techniques() {
        List<Datum.Scalar> techniques = new ArrayList<>();
        KEYS.forEach(key -> techniques.addAll(keys.texts(key)));
        return techniques;
    }

    /** The key that techniques stand under. */
    Optional<Datum.Entry> key() {
        return KEYS.stream().flatMap(key -> keys.mapping().entry(key).stream()).findFirst();
    }

    /** True for a text of the form of an id, known or not. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The technique of an id in the version that rules are held against. */
    static Optional<Technique> known(Datum.Scalar id, RuleContext context) {
        return context.attack().technique(id.value().strip());
    }

    /**
     * The words for the tactics of a technique. Sentinel's words are those of the version before Defense Evasion was split,
     * and a sub-technique counts as its technique.
     */
    static List<String> words(Technique technique, RuleContext context) {
        AttackCatalog former = AttackCatalog.of(AttackVersion.V18);
        AttackCatalog present = context.attack();
        String id = technique.parent().orElse(technique.id());
        return former.technique(id)
                .or(() -> present.technique(id))
                .filter(Technique::isActive)
                .map(found -> former.wordsFor(found).stream()
                        .map(SentinelTactic::word)
                        .toList())
                .filter(words -> !words.isEmpty())
                .or(() -> present.technique(id)
                        .map(found -> present.wordsFor(found).stream()
                                .map(SentinelTactic::word)
                                .toList()))
                .orElse(List.of());
    }

    /** The version that findings name. */
    static String version(RuleContext context) {
        return "ATT&CK " + context.attack().version().number();
    }
}
