package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.MappingFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TableFact;
import dev.kqlift.lint.Finding;
import dev.kqlift.reports.text.MarkdownText;
import dev.kqlift.source.Located;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** One page that sums up a corpus. */
final class MarkdownSummary {
    private static final int MOST_ROWS = 20;

    private final CorpusFacts facts;
    private final StringBuilder out = new StringBuilder();

    private MarkdownSummary(CorpusFacts facts) {
        this.facts = facts;
    }

    static String of(CorpusFacts facts) {
        MarkdownSummary summary = new MarkdownSummary(facts);
        summary.head();
        summary.counted("Kind", rule -> rule.document().kind().word());
        summary.counted("Severity", MarkdownSummary::severity);
        summary.tactics();
        summary.translations();
        summary.findings();
        summary.tables();
        summary.unread();
        summary.missingColumns();
        summary.duplicates();
        return summary.out.toString();
    }

    private static String severity(RuleFacts rule) {
        return rule.document().metadata().severity().map(Located::value).orElse("not stated");
    }

    private void head() {
        Set<String> files = new LinkedHashSet<>();
        Set<String> techniques = new LinkedHashSet<>();
        for (RuleFacts rule : facts.rules()) {
            files.add(rule.document().file().path());
            rule.attack().forEach(fact -> techniques.add(fact.technique()));
        }
        techniques.remove("");
        out.append("# Detection rules\n\n");
        out.append("| | |\n| --- | ---: |\n");
        line("rules", facts.rules().size());
        line("files", files.size());
        line("tables read", facts.tables().size());
        line("distinct values looked for", facts.indicators().size());
        line("ATT&CK techniques stated (version " + facts.attackVersion() + ")", techniques.size());
    }

    private void line(String name, int number) {
        out.append("| ").append(name).append(" | ").append(number).append(" |\n");
    }

    private void section(String heading, String... columns) {
        out.append("\n## ").append(heading).append("\n\n| ");
        out.append(String.join(" | ", columns)).append(" |\n|");
        for (int i = 0; i < columns.length; i++) {
            out.append(i == 0 ? " --- |" : " ---: |");
        }
        out.append('\n');
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void counted(String heading, Function<RuleFacts, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        facts.rules().forEach(rule -> counts.merge(key.apply(rule), 1, Integer::sum));
        section(heading, heading.toLowerCase(Locale.ROOT), "rules");
        byCount(counts).forEach(entry -> row(MarkdownText.line(entry.getKey()), String.valueOf(entry.getValue())));
    }

    /** Most first, equal ones by name. */
    private static List<Map.Entry<String, Integer>> byCount(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return entries;
    }

    private void tactics() {
        Map<String, Set<String>> rules = new TreeMap<>();
        Map<String, Set<String>> techniques = new TreeMap<>();
        for (RuleFacts rule : facts.rules()) {
            for (AttackFact fact : rule.attack()) {
                String tactic = fact.tacticName().isEmpty() ? "no stated tactic" : fact.tacticName();
                rules.computeIfAbsent(tactic, key -> new LinkedHashSet<>()).add(rule.slug());
                Set<String> stated = techniques.computeIfAbsent(tactic, key -> new LinkedHashSet<>());
                if (!fact.technique().isEmpty()) {
                    stated.add(fact.technique());
                }
            }
        }
        if (rules.isEmpty()) {
            return;
        }
        section("ATT&CK tactics", "tactic", "rules", "techniques");
        rules.forEach((tactic, own) -> row(
                MarkdownText.line(tactic),
                String.valueOf(own.size()),
                String.valueOf(techniques.getOrDefault(tactic, Set.of()).size())));
    }

    private void translations() {
        Map<String, Map<Fidelity, Integer>> counts = new LinkedHashMap<>();
        for (RuleFacts rule : facts.rules()) {
            for (Translation translation : rule.translations()) {
                counts.computeIfAbsent(translation.target(), key -> new TreeMap<>())
                        .merge(translation.fidelity(), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>(List.of("target"));
        for (Fidelity fidelity : Fidelity.values()) {
            heads.add(fidelity.word());
        }
        section("Translations", heads.toArray(String[]::new));
        counts.forEach((target, own) -> {
            List<String> cells = new ArrayList<>(List.of(MarkdownText.line(target)));
            for (Fidelity fidelity : Fidelity.values()) {
                cells.add(String.valueOf(own.getOrDefault(fidelity, 0)));
            }
            row(cells.toArray(String[]::new));
        });
    }

    private void findings() {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Finding> examples = new TreeMap<>();
        Map<String, Set<String>> rules = new TreeMap<>();
        for (RuleFacts rule : facts.rules()) {
            for (Finding finding : rule.lint().findings()) {
                String code = finding.check().code();
                counts.merge(code, 1, Integer::sum);
                examples.putIfAbsent(code, finding);
                rules.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(rule.slug());
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        section("Findings", "check", "severity", "findings", "rules");
        for (Map.Entry<String, Integer> entry : first(byCount(counts))) {
            Finding example = examples.get(entry.getKey());
            if (example != null) {
                row(
                        entry.getKey() + " " + example.check().name(),
                        example.severity().word(),
                        String.valueOf(entry.getValue()),
                        String.valueOf(
                                rules.getOrDefault(entry.getKey(), Set.of()).size()));
            }
        }
        more(counts.size());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_ROWS, all.size()));
    }

    private void more(int all) {
        if (all > MOST_ROWS) {
            out.append("\nand ").append(all - MOST_ROWS).append(" more.\n");
        }
    }

    private void tables() {
        if (facts.tables().isEmpty()) {
            return;
        }
        List<TableFact> tables = new ArrayList<>(facts.tables());
        tables.sort(Comparator.comparingInt((TableFact table) -> table.rules().size())
                .reversed());
        section("Tables", "table", "rules");
        for (TableFact table : first(tables)) {
            row(MarkdownText.code(table.name()), String.valueOf(table.rules().size()));
        }
        more(tables.size());
    }

    private void unread() {
        list(
                "Queries that could not be read",
                facts.rules().stream()
                        .filter(rule -> rule.fingerprint().isEmpty())
                        .map(MarkdownSummary::named)
                        .toList());
    }

    private void missingColumns() {
        List<String> lines = new ArrayList<>();
        for (RuleFacts rule : facts.rules()) {
            List<String> missing = rule.mappings().stream()
                    .filter(mapping -> mapping.holds() == MappingFact.Holds.NO)
                    .map(mapping -> MarkdownText.code(mapping.column()))
                    .distinct()
                    .toList();
            if (!missing.isEmpty()) {
                lines.add(named(rule) + ": " + String.join(", ", missing));
            }
        }
        list("Columns that rules name and do not return", lines);
    }

    private void duplicates() {
        list(
                "Rules with the same query",
                facts.duplicates().stream()
                        .map(group -> String.join(
                                "; ", group.stream().map(MarkdownSummary::named).toList()))
                        .toList());
    }

    private void list(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("\n## ").append(heading).append("\n\n");
        first(lines).forEach(line -> out.append("- ").append(line).append('\n'));
        more(lines.size());
    }

    private static String named(RuleFacts rule) {
        return MarkdownText.line(rule.title()) + " ("
                + MarkdownText.code(rule.document().file().path()) + ")";
    }
}
