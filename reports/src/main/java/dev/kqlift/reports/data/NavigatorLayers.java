package dev.kqlift.reports.data;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackMatrix;
import dev.kqlift.catalog.Technique;
import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes the layers of a corpus: of all rules, of each severity and of each kind, for each matrix that has any. */
final class NavigatorLayers {
    private static final List<AttackMatrix> MATRICES = List.of(AttackMatrix.ENTERPRISE, AttackMatrix.ICS);
    private static final List<Part> PARTS = parts();

    private final AttackCatalog attack;

    NavigatorLayers(AttackCatalog attack) {
        this.attack = attack;
    }

    /** A choice of rules, the word that its file is named by and the words that it is called by. */
    private record Part(String word, String title, Predicate<RuleFacts> holds) {}

    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("all", "all rules", rule -> true));
        for (String severity : List.of("High", "Medium", "Low", "Informational")) {
            parts.add(new Part(
                    "severity-" + severity.toLowerCase(Locale.ROOT),
                    "rules of severity " + severity,
                    rule -> severity(rule).equalsIgnoreCase(severity)));
        }
        for (RuleKind kind : RuleKind.values()) {
            parts.add(new Part(
                    "kind-" + kind.word(),
                    "rules of kind " + kind.word(),
                    rule -> rule.document().kind() == kind));
        }
        return List.copyOf(parts);
    }

    private static String severity(RuleFacts rule) {
        return rule.document()
                .metadata()
                .severity()
                .map(Located::value)
                .orElse("")
                .strip();
    }

    /** The paths of all layers that there may be. */
    static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (AttackMatrix matrix : MATRICES) {
            PARTS.forEach(part -> paths.add(path(matrix, part)));
        }
        return paths;
    }

    private static String path(AttackMatrix matrix, Part part) {
        return "navigator/" + matrix.word() + "-" + part.word() + ".json";
    }

    /** The layers that show anything, and the one of all rules for Enterprise in any case. */
    List<NavigatorLayer> of(CorpusFacts facts) {
        List<NavigatorLayer> layers = new ArrayList<>();
        for (AttackMatrix matrix : MATRICES) {
            for (Part part : PARTS) {
                NavigatorLayer layer = layer(facts, matrix, part);
                boolean first = matrix == AttackMatrix.ENTERPRISE && part == PARTS.getFirst();
                if (first || !layer.techniques().isEmpty()) {
                    layers.add(layer);
                }
            }
        }
        return layers;
    }

    private NavigatorLayer layer(CorpusFacts facts, AttackMatrix matrix, Part part) {
        Map<String, List<String>> rules = new TreeMap<>();
        Set<String> leftOut = new TreeSet<>();
        for (RuleFacts rule : facts.rules()) {
            if (part.holds().test(rule)) {
                for (String id : stated(rule)) {
                    Optional<Technique> known = attack.technique(id).filter(Technique::isActive);
                    if (known.isEmpty()) {
                        leftOut.add(id);
                    } else if (known.get().matrix() == matrix) {
                        rules.computeIfAbsent(id, key -> new ArrayList<>()).add(rule.title());
                    }
                }
            }
        }
        List<NavigatorLayer.Technique> techniques = new ArrayList<>(rules.size());
        rules.forEach((id, names) -> techniques.add(new NavigatorLayer.Technique(id, names)));
        String version = attack.version().number();
        return new NavigatorLayer(
                path(matrix, part),
                "kqlift: " + part.title(),
                "The score of a technique is the number of " + part.title() + " that state it.",
                matrix.word() + "-attack",
                version.substring(0, version.indexOf('.')),
                techniques,
                List.copyOf(leftOut));
    }

    private static Set<String> stated(RuleFacts rule) {
        Set<String> ids = new LinkedHashSet<>();
        for (AttackFact fact : rule.attack()) {
            if (!fact.technique().isEmpty()) {
                ids.add(fact.technique());
            }
        }
        return ids;
    }
}
