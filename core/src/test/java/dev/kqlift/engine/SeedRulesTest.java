package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stage;
import dev.kqlift.semantic.Surroundings;
import dev.kqlift.semantic.TestJson;
import dev.kqlift.source.Located;
import dev.kqlift.types.ValueText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks facts that are published of five rules, where they stand beside the project. */
class SeedRulesTest {
    private static List<Map<String, Object>> published() throws IOException {
        return TestJson.objects(TestJson.object(Files.readString(Surroundings.shared("seeds/expected.json"))), "rules");
    }

    private static AnalyzedRule compile(Map<String, Object> facts) throws IOException {
        Path file = Surroundings.shared("seeds/" + TestJson.text(facts, "file"));
        List<AnalyzedRule> rules = RuleText.compile(file);
        assertThat(rules).as(file.toString()).hasSize(1);
        return rules.getFirst();
    }

    @Test
    void metadataIsThatOfTheFile() throws IOException {
        for (Map<String, Object> facts : published()) {
            AnalyzedRule rule = compile(facts);
            var metadata = rule.document().metadata();
            String id = TestJson.text(facts, "id");
            assertThat(metadata.id().map(Located::value)).as(id).contains(id);
            assertThat(metadata.name().map(Located::value)).as(id).contains(TestJson.text(facts, "name"));
            assertThat(values(metadata.tactics())).as(id).containsExactlyInAnyOrderElementsOf(texts(facts, "tactics"));
            assertThat(values(metadata.techniques()))
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(texts(facts, "techniques"));
        }
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }

    private static List<String> texts(Map<String, Object> facts, String key) {
        return TestJson.texts(facts, key);
    }

    @Test
    void everySeedIsReadAndParsedWithoutAnError() throws IOException {
        for (Map<String, Object> facts : published()) {
            AnalyzedRule rule = compile(facts);
            assertThat(rule.bound()).isPresent();
            assertThat(rule.diagnostics())
                    .extracting(diagnostic -> diagnostic.code().name())
                    .noneMatch(code -> code.startsWith("KD") || code.startsWith("KS"));
        }
    }

    @Test
    void tablesAreThePublishedDataSources() throws IOException {
        for (Map<String, Object> facts : published()) {
            TreeSet<String> sources = new TreeSet<>();
            for (Map<String, Object> source : TestJson.objects(facts, "required_data_sources")) {
                sources.add(TestJson.text(source, "table"));
            }
            if (!sources.isEmpty()) {
                assertThat(compile(facts).analysis().tables())
                        .as(TestJson.text(facts, "id"))
                        .containsExactlyElementsOf(sources);
            }
        }
    }

    @Test
    void parametersAreFolded() throws IOException {
        for (Map<String, Object> facts : published()) {
            Map<String, String> values = new TreeMap<>();
            for (QueryParameter parameter : compile(facts).analysis().parameters()) {
                values.put(parameter.name(), ValueText.of(parameter.value()));
            }
            for (Map<String, Object> parameter : TestJson.objects(facts, "parameters")) {
                if (parameter.containsKey("value")) {
                    assertThat(values)
                            .containsEntry(TestJson.text(parameter, "name"), TestJson.text(parameter, "value"));
                }
            }
        }
    }

    @Test
    void stagesAreThePublishedOnes() throws IOException {
        for (Map<String, Object> facts : published()) {
            List<String> expected = new ArrayList<>();
            for (Map<String, Object> stage : TestJson.objects(facts, "stages")) {
                expected.add(TestJson.text(stage, "operator") + ": " + tight(TestJson.text(stage, "text")));
            }
            if (!expected.isEmpty()) {
                List<Stage> stages = compile(facts).analysis().stages();
                assertThat(stages)
                        .extracting(stage -> stage.operator() + ": " + tight(stage.text()))
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    private static String tight(String text) {
        return text.strip().replaceFirst("^\\|\\s*", "").replaceAll("\\s+", "");
    }

    @Test
    void indicatorsAreThePublishedOnes() throws IOException {
        for (Map<String, Object> facts : published()) {
            Map<String, List<String>> expected = new TreeMap<>();
            for (Map<String, Object> indicator : TestJson.objects(facts, "indicators")) {
                String key = indicator.containsKey("values_resolved") ? "values_resolved" : "values";
                expected.put(
                        TestJson.text(indicator, "field") + " " + TestJson.text(indicator, "kind"),
                        TestJson.texts(indicator, key));
            }
            if (!expected.isEmpty()) {
                Map<String, List<String>> found = new TreeMap<>();
                for (Indicator indicator : compile(facts).analysis().indicators()) {
                    if (!indicator.negated()) {
                        String kind = indicator.kind().name().toLowerCase(Locale.ROOT);
                        found.put(indicator.field() + " " + kind, indicator.values());
                    }
                }
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Test
    void outputFieldsHaveThePublishedSources() throws IOException {
        for (Map<String, Object> facts : published()) {
            List<Map<String, Object>> expected = TestJson.objects(facts, "output_fields");
            if (!expected.isEmpty()) {
                RuleAnalysis analysis = compile(facts).analysis();
                Map<String, String> sources = new TreeMap<>();
                for (OutputField field : analysis.outputFields()) {
                    sources.put(field.name(), field.source());
                }
                for (Map<String, Object> field : expected) {
                    assertThat(sources).containsEntry(TestJson.text(field, "field"), TestJson.text(field, "source"));
                }
            }
        }
    }
}
