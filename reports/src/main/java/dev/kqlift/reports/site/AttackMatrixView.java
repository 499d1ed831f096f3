package dev.kqlift.reports.site;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.AttackMatrix;
import dev.kqlift.catalog.SentinelTactic;
import dev.kqlift.catalog.Tactic;
import dev.kqlift.catalog.Technique;
import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.site.view.MatrixPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The matrix of ATT&CK as a heat map: for each technique how many rules state it. */
final class AttackMatrixView {
    /** The least number of rules for each colour; below the first there is none. */
    private static final int[] STEPS = {1, 3, 10, 30, 100};

    private final List<RuleFacts> rules;
    private final SiteLinks links;
    private final AttackCatalog catalog;
    private final Map<String, List<RuleFacts>> byTechnique;

    AttackMatrixView(
            List<RuleFacts> rules, SiteLinks links, AttackCatalog catalog, Map<String, List<RuleFacts>> byTechnique) {
        this.rules = rules;
        this.links = links;
        this.catalog = catalog;
        this.byTechnique = byTechnique;
    }

    MatrixPage page() {
        List<MatrixPage.Column> columns = new ArrayList<>();
        for (AttackMatrix matrix : AttackMatrix.values()) {
            List<MatrixPage.Column> made =
                    catalog.tactics(matrix).stream().map(this::column).toList();
            boolean stated = made.stream()
                    .anyMatch(column -> !column.rules().startsWith("0 ")
                            || !column.covered().startsWith("0 "));
            if (matrix == AttackMatrix.ENTERPRISE || stated) {
                columns.addAll(made);
            }
        }
        long techniques = byTechnique.keySet().stream()
                .filter(id -> catalog.technique(id).filter(Technique::isActive).isPresent())
                .count();
        String lead = "The rules state " + Numbers.of(techniques, "technique") + " and sub-techniques of ATT&CK "
                + catalog.version().number()
                + ". A colour counts the rules that state a technique or one of its sub-techniques.";
        return new MatrixPage(catalog.version().number(), lead, steps(), columns, unknown());
    }

    private static List<MatrixPage.Step> steps() {
        List<MatrixPage.Step> steps = new ArrayList<>();
        steps.add(new MatrixPage.Step("heat-0", "no rule"));
        for (int i = 0; i < STEPS.length; i++) {
            String text = i + 1 < STEPS.length ? STEPS[i] + "–" + (STEPS[i + 1] - 1) : STEPS[i] + " and more";
            steps.add(new MatrixPage.Step("heat-" + (i + 1), text));
        }
        return steps;
    }

    private static String look(long count) {
        int step = 0;
        while (step < STEPS.length && count >= STEPS[step]) {
            step++;
        }
        return "heat-" + step;
    }

    private MatrixPage.Column column(Tactic tactic) {
        List<Technique> all = catalog.techniquesOf(tactic);
        List<MatrixPage.Cell> cells = all.stream()
                .filter(technique -> technique.parent().isEmpty())
                .map(technique -> cell(technique, all))
                .toList();
        long covered = cells.stream().filter(cell -> cell.href() != null).count();
        return new MatrixPage.Column(
                tactic.id(), name(tactic), Numbers.of(stating(tactic), "rule"), covered + " of " + cells.size(), cells);
    }

    /** The matrices share names of tactics. */
    private static String name(Tactic tactic) {
        return switch (tactic.matrix()) {
            case ENTERPRISE -> tactic.name();
            case ICS -> tactic.name() + " (ICS)";
            case PRE -> tactic.name() + " (PRE-ATT&CK)";
        };
    }

    private long stating(Tactic tactic) {
        return rules.stream()
                .filter(rule -> rule.attack().stream().map(AttackFact::tactic).anyMatch(word -> means(word, tactic)))
                .count();
    }

    private boolean means(String word, Tactic tactic) {
        return catalog.sentinelTactic(word)
                .map(SentinelTactic::tactics)
                .orElse(List.of())
                .contains(tactic);
    }

    private MatrixPage.Cell cell(Technique technique, List<Technique> all) {
        List<MatrixPage.Sub> subs = all.stream()
                .filter(other -> other.parent().filter(technique.id()::equals).isPresent())
                .map(this::sub)
                .toList();
        long covered = subs.stream().filter(sub -> sub.href() != null).count();
        long count = Stream.concat(Stream.of(technique.id()), subs.stream().map(MatrixPage.Sub::id))
                .flatMap(id -> byTechnique.getOrDefault(id, List.of()).stream())
                .map(RuleFacts::slug)
                .distinct()
                .count();
        return new MatrixPage.Cell(
                technique.id(),
                technique.name(),
                count == 0 ? null : technique.id() + ".html",
                look(count),
                Numbers.some(count),
                subs.isEmpty() ? "" : covered + " of " + subs.size(),
                subs);
    }

    private MatrixPage.Sub sub(Technique technique) {
        int count = byTechnique.getOrDefault(technique.id(), List.of()).size();
        String href = SiteLinks.family(technique.id()) + ".html#" + technique.id();
        return new MatrixPage.Sub(
                technique.id(), technique.name(), count == 0 ? null : href, look(count), Numbers.some(count));
    }

    private List<Link> unknown() {
        return byTechnique.entrySet().stream()
                .filter(entry -> catalog.technique(entry.getKey())
                        .filter(Technique::isActive)
                        .isEmpty())
                .map(entry -> new Link(
                        entry.getKey() + " (" + Numbers.of(entry.getValue().size(), "rule") + ")",
                        links.technique(entry.getKey()).orElseThrow().substring("attack/".length())))
                .toList();
    }
}
