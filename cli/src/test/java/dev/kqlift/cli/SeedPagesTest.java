package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.cli.RulePageText.Line;
import dev.kqlift.cli.RulePageText.Value;
import dev.kqlift.document.Datum;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of five rules, where published facts of them stand beside the project: everything that is published is on the page. */
final class SeedPagesTest {
    @TempDir
    static Path folder;

    private static Path seeds;

    /** The page of each rule and what is published of it, by id. */
    private static final Map<String, RulePageText> PAGES = new TreeMap<>();

    private static final Map<String, Map<?, ?>> PUBLISHED = new LinkedHashMap<>();

    /** What {@code inspect --corpus} says of each rule, by id. */
    private static final Map<String, Map<?, ?>> INSPECTED = new TreeMap<>();

    @BeforeAll
    static void report() throws IOException {
        seeds = Run.shared().resolve("seeds");
        assumeTrue(Files.isDirectory(seeds), "no published rules beside the project");
        assertThat(Run.of("report", seeds, "-o", folder, "--format", "html").exitCode())
                .isZero();
        try (Stream<Path> pages = Files.list(folder.resolve("rules"))) {
            for (Path page : pages.sorted().toList()) {
                RulePageText text = new RulePageText(Files.readString(page));
                PAGES.put(text.fact("Id"), text);
            }
        }
        Map<?, ?> expected = (Map<?, ?>) JsonTree.of(Files.readString(seeds.resolve("expected.json")));
        objects(expected, "rules").forEach(rule -> PUBLISHED.put(text(rule, "id"), rule));
        for (String line :
                Run.of("inspect", seeds, "--corpus", seeds, "--format", "jsonl").lines()) {
            Map<?, ?> rule = (Map<?, ?>) JsonTree.of(line);
            INSPECTED.put(text(rule, "id"), rule);
        }
    }

    /** Checks each rule and tells of all faults at once. */
    private static void each(Check check) {
        assertThat(PAGES.keySet()).hasSize(5).containsExactlyInAnyOrderElementsOf(PUBLISHED.keySet());
        SoftAssertions all = new SoftAssertions();
        PUBLISHED.forEach((id, rule) -> check.of(all, rule, PAGES.get(id)));
        all.assertAll();
    }

    private interface Check {
        void of(SoftAssertions all, Map<?, ?> rule, RulePageText page);
    }

    @Test
    void headTellsWhatTheRuleIs() {
        each((all, rule, page) -> {
            String id = text(rule, "id");
            all.assertThat(page.name()).as(id).isEqualTo(text(rule, "name"));
            all.assertThat(page.badge("sev-")).as(id).isEqualTo(text(rule, "severity"));
            all.assertThat(page.badge("plain")).as(id).isNotEmpty();
            if (rule.containsKey("kind")) {
                all.assertThat(page.badge("plain")).as(id).isEqualToIgnoringCase(text(rule, "kind"));
            }
            if (rule.get("version") != null) {
                all.assertThat(page.fact("Version")).as(id).isEqualTo(text(rule, "version"));
            }
        });
    }

    @Test
    void attackTableNamesTacticsAndTechniques() {
        each((all, rule, page) -> {
            String id = text(rule, "id");
            List<List<String>> rows = page.rows("attack");
            all.assertThat(rows)
                    .extracting(row -> row.getFirst().replace(" ", ""))
                    .as(id)
                    .containsExactlyElementsOf(texts(rule, "tactics"));
            all.assertThat(rows)
                    .extracting(row -> row.getLast().replaceFirst(" .*", ""))
                    .as(id)
                    .containsExactlyElementsOf(texts(rule, "techniques"));
            all.assertThat(rows).as(id).allMatch(row -> row.getLast().matches("T[0-9.]+ [A-Z].*"));
            for (Map<?, ?> row : objects(rule, "page_mitre_table")) {
                all.assertThat(rows).as(id).contains(List.of(text(row, "tactic"), text(row, "technique")));
            }
        });
    }

    @Test
    void dataSourcesAreThoseOfTheQueryBesideThoseDeclared() {
        each((all, rule, page) -> {
            String id = text(rule, "id");
            if (rule.get("required_data_sources") != null) {
                all.assertThat(page.items("Tables that the query reads"))
                        .extracting(item -> item.replaceFirst(" .*", ""))
                        .as(id)
                        .containsExactlyElementsOf(objects(rule, "required_data_sources").stream()
                                .map(source -> text(source, "table"))
                                .toList());
            }
            all.assertThat(page.items("Connectors that the rule declares"))
                    .extracting(item -> item.replaceFirst("^.*?: (\\S+).*", "$1"))
                    .as(id)
                    .containsExactlyElementsOf(texts(rule, "declared_data_types"));
        });
    }

    @Test
    void queryStandsThereLineByLine() {
        each((all, rule, page) -> {
            List<String> file = lines(rule);
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
            all.assertThat(shown).as(text(rule, "id")).isEqualTo(query);
        });
    }

    @Test
    void parametersHaveTheirValues() {
        each((all, rule, page) -> {
            List<List<String>> rows = page.rows("parameters").stream()
                    .map(row -> List.of(row.getFirst(), row.getLast().replace("\"", "")))
                    .toList();
            for (Map<?, ?> parameter : objects(rule, "parameters")) {
                all.assertThat(rows).contains(List.of(text(parameter, "name"), text(parameter, "value")));
            }
            all.assertThat(rows)
                    .as(text(rule, "id"))
                    .isEqualTo(objects(inspected(rule), "parameters").stream()
                            .map(one -> List.of(text(one, "name"), text(one, "value")))
                            .toList());
        });
    }

    @Test
    void stagesAreInOrder() {
        each((all, rule, page) -> {
            List<List<String>> shown = page.stages().stream()
                    .map(stage -> List.of(stage.get(0), stage.get(1), tight(stage.get(2))))
                    .toList();
            List<Map<?, ?>> published = objects(rule, "stages");
            for (Map<?, ?> known : List.of(published.isEmpty() ? inspected(rule) : rule, inspected(rule))) {
                all.assertThat(shown)
                        .as(text(rule, "id"))
                        .isNotEmpty()
                        .isEqualTo(objects(known, "stages").stream()
                                .map(one ->
                                        List.of(text(one, "index"), text(one, "operator"), tight(text(one, "text"))))
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
            List<String> published = objects(rule, "indicators").stream()
                    .map(one -> text(one, "field") + " " + text(one, "kind") + " "
                            + texts(one, one.containsKey("values_resolved") ? "values_resolved" : "values"))
                    .toList();
            if (!published.isEmpty()) {
                all.assertThat(shown).as(text(rule, "id")).isEqualTo(published);
            }
            all.assertThat(shown)
                    .as(text(rule, "id"))
                    .isEqualTo(objects(inspected(rule), "indicators").stream()
                            .map(one -> text(one, "field") + " " + word(one) + " " + texts(one, "values"))
                            .toList());
        });
    }

    private static String indicator(List<String> cells, List<Value> values) {
        return new RulePageText(cells.get(0)).text() + " " + cells.get(1) + " "
                + values.stream().map(Value::text).toList();
    }

    /** The kind of an indicator as the page writes it. */
    private static String word(Map<?, ?> indicator) {
        return (Boolean.TRUE.equals(indicator.get("negated")) ? "not " : "") + text(indicator, "kind");
    }

    @Test
    void theCountOfAValueIsThatOfOverlap() {
        Map<String, Integer> rules = new TreeMap<>();
        for (String line : Run.of("overlap", seeds, "--format", "jsonl").lines()) {
            Map<?, ?> row = (Map<?, ?>) JsonTree.of(line);
            rules.merge(sought(row, text(row, "value")), Integer.parseInt(text(row, "rules")), Integer::sum);
        }
        List<Integer> counts = new ArrayList<>();
        each((all, rule, page) -> {
            List<List<String>> cells = page.cells("indicators");
            List<Map<?, ?>> indicators = objects(inspected(rule), "indicators");
            for (int i = 0; i < indicators.size(); i++) {
                List<Value> values = RulePageText.values(cells.get(i).get(2));
                all.assertThat(values)
                        .as(text(rule, "id"))
                        .extracting(value -> Integer.toString(value.others()))
                        .isEqualTo(texts(indicators.get(i), "corpus"));
                for (Value value : values) {
                    String key = sought(indicators.get(i), value.text());
                    all.assertThat(value.others())
                            .as(text(rule, "id") + " " + key)
                            .isEqualTo(rules.get(key) - own(indicators, key));
                    counts.add(value.others());
                }
            }
        });
        assertThat(counts).hasSizeGreaterThan(50).anyMatch(count -> count > 0);
    }

    private static String sought(Map<?, ?> indicator, String value) {
        return text(indicator, "field") + " " + text(indicator, "kind") + " " + value;
    }

    /** How often the rule itself is among those counted: overlap counts a value and its negation apart. */
    private static int own(List<Map<?, ?>> indicators, String key) {
        return (int) indicators.stream()
                .filter(one -> texts(one, "values").stream()
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
                    .as(text(rule, "id"))
                    .isEqualTo(objects(inspected(rule), "output_fields").stream()
                            .map(one -> List.of(text(one, "name"), text(one, "type"), text(one, "source")))
                            .toList());
            for (Map<?, ?> field : objects(rule, "output_fields")) {
                all.assertThat(shown)
                        .as(text(field, "field"))
                        .anyMatch(row -> row.getFirst().equals(text(field, "field"))
                                && row.getLast().equals(text(field, "source")));
            }
        });
    }

    @Test
    void everyValueOfTheFileIsOnThePage() {
        each((all, rule, page) -> {
            String shown = plain(page.text());
            List<String> values = new ArrayList<>();
            Path file = seeds.resolve(text(rule, "file"));
            if (Decoder.decode(file.toString(), bytes(file)) instanceof DecodeOutcome.Decoded(var decoded)
                    && RuleFiles.read(decoded) instanceof ReadOutcome.Rules(var documents)) {
                documents.forEach(document -> document.fields().orElseThrow().entries().stream()
                        .filter(entry -> !entry.key().value().equals("query"))
                        .forEach(entry -> collect(entry.value(), values)));
            }
            all.assertThat(values).as(text(rule, "id")).hasSizeGreaterThan(8);
            for (String value : values) {
                all.assertThat(shown.contains(plain(value)))
                        .as(text(rule, "id") + ": " + value)
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

    private static List<String> lines(Map<?, ?> rule) {
        return new String(bytes(seeds.resolve(text(rule, "file"))), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> inspected(Map<?, ?> rule) {
        return INSPECTED.get(text(rule, "id"));
    }

    private static String text(Map<?, ?> object, String key) {
        Object value = object.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<String> texts(Map<?, ?> object, String key) {
        return object.get(key) instanceof List<?> items
                ? items.stream().map(Object::toString).toList()
                : List.of();
    }

    private static List<Map<?, ?>> objects(Map<?, ?> object, String key) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (object.get(key) instanceof List<?> items) {
            items.forEach(item -> objects.add((Map<?, ?>) item));
        }
        return objects;
    }
}
