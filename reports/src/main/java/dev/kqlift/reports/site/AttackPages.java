package dev.kqlift.reports.site;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.catalog.Technique;
import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.TechniquePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The matrix of ATT&CK, and the techniques that rules state. */
final class AttackPages {
    private final CorpusFacts facts;
    private final RuleRows rows;
    private final SiteLinks links;
    private final AttackCatalog catalog;
    private final Map<String, List<RuleFacts>> byTechnique = new TreeMap<>();

    AttackPages(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
        this.links = links;
        this.catalog = AttackCatalog.of(AttackVersion.of(facts.attackVersion()).orElse(AttackVersion.DEFAULT));
        for (RuleFacts rule : facts.rules()) {
            rule.attack().stream()
                    .map(AttackFact::technique)
                    .filter(id -> links.technique(id).isPresent())
                    .distinct()
                    .forEach(id -> byTechnique
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(rule));
        }
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.ATTACK;
        pages.add(new Page(
                part.path(),
                "matrix",
                "ATT&CK",
                part,
                () -> new AttackMatrixView(facts.rules(), links, catalog, byTechnique).page()));
        for (String id : links.techniques()) {
            pages.add(new Page("attack/" + id + ".html", "technique", id + " " + name(id), part, () -> technique(id)));
        }
        return pages;
    }

    private TechniquePage technique(String family) {
        List<TechniquePage.Group> groups = new ArrayList<>();
        byTechnique.forEach((id, rules) -> {
            if (SiteLinks.family(id).equals(family)) {
                String title = (id + " " + name(id)).strip();
                groups.add(new TechniquePage.Group(id, title, rows.of(rules, "../")));
            }
        });
        String lead = catalog.technique(family)
                .map(this::tactics)
                .orElse("ATT&CK " + catalog.version().number() + " has no technique of this id.");
        return new TechniquePage(family, name(family), lead, groups);
    }

    private String tactics(Technique technique) {
        if (!technique.isActive()) {
            return "ATT&CK " + catalog.version().number() + " has given this technique up"
                    + technique.successor().map(id -> " for " + id).orElse("") + ".";
        }
        List<String> names = technique.tactics().stream()
                .map(word -> catalog.tactics(technique.matrix()).stream()
                        .filter(tactic -> tactic.shortName().equals(word))
                        .findFirst()
                        .map(tactic -> tactic.name())
                        .orElse(word))
                .toList();
        return String.join(", ", names) + " (ATT&CK " + catalog.version().number() + ").";
    }

    private String name(String id) {
        return catalog.technique(id).map(Technique::name).orElse("");
    }
}
