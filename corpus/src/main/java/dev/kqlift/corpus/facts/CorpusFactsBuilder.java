package dev.kqlift.corpus.facts;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.corpus.overlap.OverlapEntry;
import dev.kqlift.corpus.overlap.OverlapIndex;
import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the facts of rules, in the order of the corpus, and adds what is known of them together. Not safe for threads. */
public final class CorpusFactsBuilder {
    private final TableCatalog tables;
    private final AttackCatalog attack;
    private final OverlapIndex overlap = new OverlapIndex();
    private final Slugs slugs = new Slugs();
    private final List<RuleFacts> rules = new ArrayList<>();
    /** The place in {@code rules} of each rule that the index counts. */
    private final List<Integer> counted = new ArrayList<>();

    public CorpusFactsBuilder(TableCatalog tables, AttackCatalog attack) {
        this.tables = tables;
        this.attack = attack;
    }

    /** Adds a rule, and gives it a slug that no other rule has. */
    public void add(RuleFacts rule) {
        if (overlap.add(rule.document(), rule.analysis()).isPresent()) {
            counted.add(rules.size());
        }
        rules.add(rule.withSlug(slugs.unique(rule.slug(), identity(rule))));
    }

    private static String identity(RuleFacts rule) {
        RuleDocument document = rule.document();
        String path = document.file().path().replace('\\', '/');
        return String.join(
                "\n",
                document.metadata().id().map(Located::value).orElse(""),
                path.substring(path.lastIndexOf('/') + 1),
                rule.title(),
                document.query().map(query -> query.text()).orElse(""));
    }

    /** What is known of the rules that were added. */
    public CorpusFacts build() {
        List<OverlapEntry> entries = overlap.entries();
        List<IndicatorFact> indicators = indicators(entries);
        return new CorpusFacts(
                rules,
                indicators,
                tableFacts(),
                attack.version().number(),
                duplicates(),
                SimilarRules.of(rules, indicators, places(entries)));
    }

    /** For each entry the places of its rules in the list of rules. */
    private List<List<Integer>> places(List<OverlapEntry> entries) {
        return entries.stream()
                .map(entry -> entry.rules().stream().map(counted::get).toList())
                .toList();
    }

    private List<IndicatorFact> indicators(List<OverlapEntry> entries) {
        Slugs names = new Slugs();
        List<IndicatorFact> facts = new ArrayList<>(entries.size());
        for (OverlapEntry entry : entries) {
            OverlapRow row = entry.row();
            String kind = (row.negated() ? "not-" : "") + row.kind().word();
            String words = row.field() + " " + kind + " " + row.value();
            String slug = names.unique(Slugs.of(words, "indicator"), String.join("\n", row.field(), kind, row.value()));
            List<RuleFacts> seekers = entry.rules().stream()
                    .map(number -> rules.get(counted.get(number)))
                    .toList();
            facts.add(
                    new IndicatorFact(slug, row.field(), row.kind(), row.negated(), row.value(), seekers, row.files()));
        }
        return facts;
    }

    private List<TableFact> tableFacts() {
        Map<String, List<RuleFacts>> readers = new TreeMap<>();
        for (RuleFacts rule : rules) {
            for (String table : rule.analysis().tables()) {
                readers.computeIfAbsent(table, name -> new ArrayList<>()).add(rule);
            }
        }
        Slugs names = new Slugs();
        List<TableFact> facts = new ArrayList<>(readers.size());
        readers.forEach((name, reading) -> facts.add(new TableFact(
                names.unique(Slugs.of(name, "table"), name),
                name,
                tables.table(name).isPresent(),
                reading)));
        return facts;
    }

    private List<List<RuleFacts>> duplicates() {
        Map<String, List<RuleFacts>> groups = new LinkedHashMap<>();
        for (RuleFacts rule : rules) {
            rule.fingerprint()
                    .ifPresent(print -> groups.computeIfAbsent(print, key -> new ArrayList<>())
                            .add(rule));
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
