package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TableFact;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.Located;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** What the list on the first page is made of: the rules in pieces, and the lists that filters choose from. */
final class SearchData {
    private static final int RULES_IN_A_PIECE = 1000;
    private static final List<String> SEVERITIES = List.of("High", "Medium", "Low", "Informational");

    private final CorpusFacts facts;
    private final RuleRows rows;
    private final SiteLinks links;
    private final List<String> severities;
    private final List<String> kinds;
    private final Map<String, String> tactics = new LinkedHashMap<>();
    private final Map<String, Integer> tables = new LinkedHashMap<>();
    private final List<String> targets;

    SearchData(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
        this.links = links;
        this.severities = severities(facts.rules());
        this.kinds = facts.rules().stream()
                .map(rule -> rule.document().kind())
                .distinct()
                .sorted()
                .map(kind -> kind.word())
                .toList();
        Map<String, String> found = new TreeMap<>();
        for (RuleFacts rule : facts.rules()) {
            rule.attack().forEach(attack -> found.putIfAbsent(attack.tactic(), tactic(attack)));
        }
        found.remove("");
        tactics.putAll(found);
        for (TableFact table : facts.tables()) {
            tables.put(table.name(), tables.size());
        }
        this.targets = List.copyOf(TargetBars.byTarget(facts.rules()).keySet());
    }

    private static String tactic(AttackFact attack) {
        return attack.tacticName().isEmpty() ? attack.tactic() : attack.tacticName();
    }

    /** The severities that rules state: the known ones, worst first, then others. */
    private static List<String> severities(List<RuleFacts> rules) {
        TreeSet<String> stated =
                new TreeSet<>(Comparator.comparing(SearchData::rank).thenComparing(Comparator.naturalOrder()));
        rules.forEach(rule -> severity(rule).ifPresent(stated::add));
        return List.copyOf(stated);
    }

    /** The severity as the list has it: services differ in the case of the words that they know. */
    private static Optional<String> severity(RuleFacts rule) {
        return rule.document().metadata().severity().map(Located::value).map(stated -> {
            int rank = rank(stated);
            return rank < SEVERITIES.size() ? SEVERITIES.get(rank) : Printable.line(stated);
        });
    }

    private static int rank(String severity) {
        for (int i = 0; i < SEVERITIES.size(); i++) {
            if (SEVERITIES.get(i).equalsIgnoreCase(severity)) {
                return i;
            }
        }
        return SEVERITIES.size();
    }

    /** All pieces by path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<DataScript> scripts = new ArrayList<>();
        WordIndex words = WordIndex.of(facts.rules());
        scripts.add(start(words));
        for (int first = 0; first < facts.rules().size(); first += RULES_IN_A_PIECE) {
            scripts.add(rules(first));
        }
        scripts.add(names());
        scripts.addAll(words.scripts());
        scripts.forEach(script -> files.put(script.path(), script.bytes()));
        return files;
    }

    private DataScript start(WordIndex words) {
        DataScript script = new DataScript("start");
        JsonGenerator json = script.json();
        json.writeStartObject();
        texts(script, "kinds", kinds);
        texts(script, "severities", severities);
        texts(script, "tactics", List.copyOf(tactics.values()));
        texts(script, "tables", tables.keySet().stream().map(Printable::line).toList());
        texts(script, "targets", targets);
        texts(
                script,
                "fidelities",
                Arrays.stream(Fidelity.values()).map(Fidelity::word).toList());
        json.writeName("rules");
        json.writeNumber(facts.rules().size());
        json.writeName("piece");
        json.writeNumber(RULES_IN_A_PIECE);
        texts(script, "words", words.keys());
        json.writeEndObject();
        return script;
    }

    private static void texts(DataScript script, String name, List<String> texts) {
        script.json().writeName(name);
        script.texts(texts);
    }

    private DataScript rules(int first) {
        DataScript script = new DataScript("rules-" + first / RULES_IN_A_PIECE);
        script.json().writeStartArray();
        for (RuleFacts rule : facts.rules()
                .subList(first, Math.min(first + RULES_IN_A_PIECE, facts.rules().size()))) {
            rule(script, rule);
        }
        script.json().writeEndArray();
        return script;
    }

    private void rule(DataScript script, RuleFacts rule) {
        JsonGenerator json = script.json();
        json.writeStartArray();
        json.writeString(rule.slug());
        json.writeString(RuleRows.title(rule));
        json.writeString(rows.shortPlace(rule));
        json.writeString(Printable.line(
                rule.document().metadata().id().map(Located::value).orElse("")));
        json.writeNumber(kinds.indexOf(rule.document().kind().word()));
        json.writeNumber(severity(rule).map(severities::indexOf).orElse(-1));
        List<String> words = List.copyOf(tactics.keySet());
        script.numbers(rule.attack().stream()
                .map(attack -> words.indexOf(attack.tactic()))
                .filter(number -> number >= 0)
                .distinct()
                .toList());
        script.texts(rule.document().metadata().techniques().stream()
                .map(technique -> Printable.line(technique.value()))
                .toList());
        script.numbers(rule.analysis().tables().stream()
                .map(table -> tables.getOrDefault(table, -1))
                .filter(number -> number >= 0)
                .toList());
        script.numbers(targets.stream().map(target -> fidelity(rule, target)).toList());
        for (Severity severity : Severity.values()) {
            json.writeNumber(RuleRows.findings(rule, severity));
        }
        json.writeEndArray();
    }

    private static int fidelity(RuleFacts rule, String target) {
        return rule.translations().stream()
                .filter(translation -> translation.target().equals(target))
                .map(Translation::fidelity)
                .map(Fidelity::ordinal)
                .findFirst()
                .orElse(-1);
    }

    /** The pages that a search may lead to besides rules: kind, name, path, number of rules. */
    private DataScript names() {
        DataScript script = new DataScript("names");
        script.json().writeStartArray();
        for (FieldGroup group : links.fields()) {
            name(script, "field", group.field(), group.sheets().path(0), group.rules());
        }
        for (TableFact table : facts.tables()) {
            name(
                    script,
                    "table",
                    table.name(),
                    "tables/" + table.slug() + ".html",
                    table.rules().size());
        }
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (RuleFacts rule : facts.rules()) {
            rule.attack().stream()
                    .filter(attack -> links.technique(attack.technique()).isPresent())
                    .peek(attack -> names.put(attack.technique(), attack.techniqueName()))
                    .map(AttackFact::technique)
                    .distinct()
                    .forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        counts.forEach((id, count) -> name(
                script,
                "technique",
                (id + " " + names.getOrDefault(id, "")).strip(),
                links.technique(id).orElseThrow(),
                count));
        script.json().writeEndArray();
        return script;
    }

    private static void name(DataScript script, String kind, String name, String path, int rules) {
        JsonGenerator json = script.json();
        json.writeStartArray();
        json.writeString(kind);
        json.writeString(Printable.line(name));
        json.writeString(path);
        json.writeNumber(rules);
        json.writeEndArray();
    }
}
