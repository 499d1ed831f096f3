package dev.kqlift.corpus.facts;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.catalog.Tactic;
import dev.kqlift.catalog.Technique;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts the techniques of a rule under its tactics and gives both their names. */
final class AttackFacts {
    private final AttackCatalog catalog;

    AttackFacts(AttackCatalog catalog) {
        this.catalog = catalog;
    }

    /** Tactics in the order of the file, each with its techniques; then the techniques that belong to none of them. */
    List<AttackFact> of(RuleMetadata metadata) {
        Set<String> techniques = new LinkedHashSet<>();
        for (Located<String> stated : metadata.techniques()) {
            techniques.add(stated.value().strip().toUpperCase(Locale.ROOT));
        }
        Set<String> tactics = new LinkedHashSet<>();
        for (Located<String> stated : metadata.tactics()) {
            tactics.add(stated.value().strip());
        }
        List<AttackFact> facts = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        for (String tactic : tactics) {
            int before = facts.size();
            for (String technique : techniques) {
                if (belongs(technique, tactic)) {
                    facts.add(new AttackFact(tactic, tacticName(tactic), technique, techniqueName(technique)));
                    placed.add(technique);
                }
            }
            if (facts.size() == before) {
                facts.add(new AttackFact(tactic, tacticName(tactic), "", ""));
            }
        }
        for (String technique : techniques) {
            if (!placed.contains(technique)) {
                facts.add(new AttackFact("", "", technique, techniqueName(technique)));
            }
        }
        return List.copyOf(facts);
    }

    private boolean belongs(String technique, String tactic) {
        Optional<Technique> known = catalog.technique(technique);
        return known.isPresent()
                && word(tactic).map(word -> word.covers(known.get())).orElse(false);
    }

    private Optional<SentinelTactic> word(String tactic) {
        return catalog.sentinelTactic(tactic)
                .or(() -> catalog.nearestSentinelTactic(tactic)
                        .filter(near -> letters(near).equals(letters(tactic)))
                        .flatMap(catalog::sentinelTactic));
    }

    private String tacticName(String tactic) {
        return word(tactic)
                .filter(word -> !word.tactics().isEmpty())
                .map(word -> name(word))
                .or(() -> catalog.tactic(tactic).map(Tactic::name))
                .orElse(tactic);
    }

    /** A word for a tactic that its version no longer has stands for several: then it is itself the better name. */
    private static String name(SentinelTactic word) {
        List<String> names =
                word.tactics().stream().map(Tactic::name).distinct().toList();
        return names.size() == 1 ? names.getFirst() : word.word().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private static String letters(String word) {
        return word.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private String techniqueName(String id) {
        Optional<Technique> technique = catalog.technique(id);
        if (technique.isEmpty()) {
            return "";
        }
        return technique
                        .flatMap(Technique::parent)
                        .flatMap(catalog::technique)
                        .map(parent -> parent.name() + ": ")
                        .orElse("")
                + technique.get().name();
    }
}
