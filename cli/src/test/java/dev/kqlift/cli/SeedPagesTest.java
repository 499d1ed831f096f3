package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.cli.RulePageText.Line;
import dev.kqlift.cli.RulePageText.Value;
import dev.kqlift.document.Datum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of five rules, where published facts of them stand beside the project: everything that is published is on the page. */
final class SeedPagesTest {
    @TempDir
    static Path folder;

    private static Path seeds;
    private static List<SeedRule> rules = List.of();

    @BeforeAll
    static void report() throws IOException {
        seeds = Run.shared().resolve("seeds");
        if (Files.isDirectory(seeds)) {
            rules = SeedRule.of(seeds, folder);
        }
    }

    /** Before each, so that the tests count as skipped and not as if they were none. */
    @BeforeEach
    void skipWithoutThem() {
        assumeTrue(Files.isDirectory(seeds), "no published rules beside the project");
    }

    /** Checks each rule and tells of all faults at once. */
    private static void each(Check check) {
        assertThat(rules).hasSize(5).doesNotHaveDuplicates();
        SoftAssertions all = new SoftAssertions();
        rules.forEach(rule -> check.of(all, rule, rule.page()));
        all.assertAll();
    }

    private interface Check {
        void of(SoftAssertions all, SeedRule rule, RulePageText page);
    }

    @Test
    void headTellsWhatTheRuleIs() {
        each((all, rule, page) -> {
            String id = rule.id();
            all.assertThat(page.name()).as(id).isEqualTo(rule.published().text("name"));
            all.assertThat(page.badge("sev-")).as(id).isEqualTo(rule.published().text("severity"));
            all.assertThat(page.badge("plain")).as(id).isNotEmpty();
            if (rule.published().has("kind")) {
                all.assertThat(page.badge("plain"))
                        .as(id)
                        .isEqualToIgnoringCase(rule.published().text("kind"));
            }
            if (rule.published().has("version")) {
                all.assertThat(page.fact("Version"))
                        .as(id)
                        .isEqualTo(rule.published().text("version"));
            }
        });
    }

    @Test
    void attackTableNamesTacticsAndTechniques() {
        each((all, rule, page) -> {
            String id = rule.id();
            List<List<String>> rows = page.rows("attack");
            all.assertThat(rows)
                    .extracting(row -> row.getFirst().replace(" ", ""))
                    .as(id)
                    .containsExactlyElementsOf(rule.published().texts("tactics"));
            all.assertThat(rows)
                    .extracting(row -> row.getLast().replaceFirst(" .*", ""))
                    .as(id)
                    .containsExactlyElementsOf(rule.published().texts("techniques"));
            all.assertThat(rows).as(id).allMatch(row -> row.getLast().matches("T[0-9.]+ [A-Z].*"));
            for (JsonObject row : rule.published().objects("page_mitre_table")) {
                all.assertThat(rows).as(id).contains(List.of(row.text("tactic"), row.text("technique")));
            }
        });
    }

    @Test
    void dataSourcesAreThoseOfTheQueryBesideThoseDeclared() {
        each((all, rule, page) -> {
            String id = rule.id();
            if (rule.published().has("required_data_sources")) {
                all.assertThat(page.items("Tables that the query reads"))
                        .extracting(item -> item.replaceFirst(" .*", ""))
                        .as(id)
                        .containsExactlyElementsOf(rule.published().objects("required_data_sources").stream()
                                .map(source -> source.text("table"))
                                .toList());
                all.assertThat(page.part("sources")).as(id).contains("data connectors are enabled");
            }
            all.assertThat(page.items("Connectors that the rule declares"))
                    .extracting(item -> item.replaceFirst("^.*?: (\\S+).*", "$1"))
                    .as(id)
                    .containsExactlyElementsOf(rule.published().texts("declared_data_types"));
        });
    }

    @Test
    void queryStandsThereLineByLine() {
        each((all, rule, page) -> {
            List<String> file = rule.lines();
            int start = file.indexOf("query: |") + 1;
            int end = start;
            while (end < file.size()
                    && (file.get(end).isBlank() || file.get(end).startsWith("  "))) {
                end++;
            }
            List<String> query = file.subList(start, end).stream()
                    .map(line -> line.isEmpty() ? "" : line.substring(2).stripTrailing())
                    .collect(Collectors.toCollection(ArrayList::new));
            List<String> shown = new ArrayList<>();
            List<Line> listing = page.query();
            for (int i = 0; i < listing.size(); i++) {
                all.assertThat(listing.get(i).number()).isEqualTo(start + 1 + i);
                shown.add(listing.get(i).text().stripTrailing());
            }
            while (query.getLast().isEmpty()) {
                query.removeLast();
            }
            all.assertThat(shown).as(rule.id()).isEqualTo(query);
        });
    }

    @Test
    void parametersHaveTheirValues() {
        each((all, rule, page) -> {
            List<List<String>> rows = page.rows("parameters").stream()
                    .map(row -> List.of(row.getFirst(), row.getLast().replace("\"", "")))
                    .toList();
            for (JsonObject parameter : rule.published().objects("parameters")) {
                all.assertThat(rows).contains(List.of(parameter.text("name"), parameter.text("value")));
            }
            all.assertThat(rows)
                    .as(rule.id())
                    .isEqualTo(rule.inspected().objects("parameters").stream()
                            .map(one -> List.of(one.text("name"), one.text("value")))
                            .toList());
        });
    }

    @Test
    void stagesAreInOrder() {
        each((all, rule, page) -> {
            List<List<String>> shown = page.stages().stream()
                    .map(stage -> List.of(stage.get(0), stage.get(1), tight(stage.get(2))))
                    .toList();
            boolean published = rule.published().has("stages");
            for (JsonObject known : List.of(published ? rule.published() : rule.inspected(), rule.inspected())) {
                all.assertThat(shown)
                        .as(rule.id())
                        .isNotEmpty()
                        .isEqualTo(known.objects("stages").stream()
                                .map(one -> List.of(one.text("index"), one.text("operator"), tight(one.text("text"))))
                                .toList());
            }
        });
    }

    private static String tight(String text) {
        return text.strip().replaceFirst("^\\|", "").replaceAll("\\s+", "");
    }

    @Test
    void indicatorsHaveFieldKindAndValues() {
        each((all, rule, page) -> {
            List<String> shown = page.cells("indicators").stream()
                    .map(cells -> indicator(cells, RulePageText.values(cells.get(2))))
                    .toList();
            List<String> published = rule.published().objects("indicators").stream()
                    .map(one -> one.text("field") + " " + one.text("kind") + " "
                            + one.texts(one.has("values_resolved") ? "values_resolved" : "values"))
                    .toList();
            if (!published.isEmpty()) {
                all.assertThat(shown).as(rule.id()).isEqualTo(published);
            }
            all.assertThat(shown)
                    .as(rule.id())
                    .isEqualTo(rule.inspected().objects("indicators").stream()
                            .map(one -> one.text("field") + " " + word(one) + " " + one.texts("values"))
                            .toList());
        });
    }

    private static String indicator(List<String> cells, List<Value> values) {
        return new RulePageText(cells.get(0)).text() + " " + cells.get(1) + " "
                + values.stream().map(Value::text).toList();
    }

    /** The kind of an indicator as the page writes it. */
    private static String word(JsonObject indicator) {
        return (indicator.truth("negated") ? "not " : "") + indicator.text("kind");
    }

    @Test
    void theCountOfAValueIsThatOfOverlap() {
        Map<String, Integer> looking = new TreeMap<>();
        for (String line : Run.of("overlap", seeds, "--format", "jsonl").lines()) {
            JsonObject row = JsonObject.of(line);
            looking.merge(sought(row, row.text("value")), Integer.parseInt(row.text("rules")), Integer::sum);
        }
        List<Integer> counts = new ArrayList<>();
        each((all, rule, page) -> {
            List<List<String>> cells = page.cells("indicators");
            List<JsonObject> indicators = rule.inspected().objects("indicators");
            for (int i = 0; i < indicators.size(); i++) {
                List<Value> values = RulePageText.values(cells.get(i).get(2));
                all.assertThat(values)
                        .as(rule.id())
                        .extracting(value -> Integer.toString(value.others()))
                        .isEqualTo(indicators.get(i).texts("corpus"));
                for (Value value : values) {
                    String key = sought(indicators.get(i), value.text());
                    all.assertThat(value.others())
                            .as(rule.id() + " " + key)
                            .isEqualTo(looking.getOrDefault(key, 0) - own(indicators, key));
                    counts.add(value.others());
                }
            }
        });
        assertThat(counts).hasSizeGreaterThan(50).anyMatch(count -> count > 0);
    }

    private static String sought(JsonObject indicator, String value) {
        return indicator.text("field") + " " + indicator.text("kind") + " " + value;
    }

    /** How often the rule itself is among those counted: overlap counts a value and its negation apart. */
    private static int own(List<JsonObject> indicators, String key) {
        return (int) indicators.stream()
                .filter(one -> one.texts("values").stream()
                        .anyMatch(value -> sought(one, value).equals(key)))
                .count();
    }

    @Test
    void outputFieldsAreInTheOrderOfTheQuery() {
        each((all, rule, page) -> {
            List<List<String>> shown = page.rows("outputs").stream()
                    .sorted((one, other) ->
                            Integer.compare(Integer.parseInt(one.getFirst()), Integer.parseInt(other.getFirst())))
                    .map(row -> List.of(row.get(1), row.get(2), row.get(3)))
                    .toList();
            all.assertThat(shown)
                    .as(rule.id())
                    .isEqualTo(rule.inspected().objects("output_fields").stream()
                            .map(one -> List.of(one.text("name"), one.text("type"), one.text("source")))
                            .toList());
            for (JsonObject field : rule.published().objects("output_fields")) {
                all.assertThat(shown)
                        .as(field.text("field"))
                        .anyMatch(row -> row.getFirst().equals(field.text("field"))
                                && row.getLast().equals(field.text("source")));
            }
        });
    }

    @Test
    void everyValueOfTheFileIsOnThePage() {
        each((all, rule, page) -> {
            String shown = plain(page.text());
            List<String> values = new ArrayList<>();
            rule.fields().entries().stream()
                    .filter(entry -> !entry.key().value().equals("query"))
                    .forEach(entry -> collect(entry.value(), values));
            all.assertThat(values).as(rule.id()).hasSizeGreaterThan(8);
            for (String value : values) {
                all.assertThat(shown.contains(plain(value)))
                        .as(rule.id() + ": " + value)
                        .isTrue();
            }
        });
    }

    private static void collect(Datum datum, List<String> values) {
        switch (datum) {
            case Datum.Scalar scalar -> values.add(scalar.value());
            case Datum.Sequence sequence -> sequence.items().forEach(item -> collect(item, values));
            case Datum.Mapping mapping -> mapping.entries().forEach(entry -> collect(entry.value(), values));
        }
    }

    /** A text without what a page may show in another way: white space, case, and the quotes around a description. */
    private static String plain(String text) {
        return text.strip().replaceAll("^'|'$|\\s", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void entitiesHaveTheirColumns() {
        each((all, rule, page) -> {
            List<List<String>> expected = new ArrayList<>();
            for (Datum.Mapping entity : mappings(rule.fields().get("entityMappings"))) {
                for (Datum.Mapping field : mappings(entity.get("fieldMappings"))) {
                    expected.add(List.of(
                            "Entity",
                            scalar(entity, "entityType"),
                            scalar(field, "identifier"),
                            scalar(field, "columnName"),
                            "yes"));
                }
            }
            all.assertThat(page.rows("mappings"))
                    .extracting(row -> row.subList(0, 5))
                    .as(rule.id())
                    .isEqualTo(expected);
        });
    }

    private static List<Datum.Mapping> mappings(Optional<Datum> list) {
        return list.map(Datum.Sequence.class::cast).map(Datum.Sequence::items).orElse(List.of()).stream()
                .map(Datum.Mapping.class::cast)
                .toList();
    }

    private static String scalar(Datum.Mapping mapping, String key) {
        return mapping.scalar(key).orElseThrow().value();
    }
}
