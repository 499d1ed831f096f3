package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceConfig;
import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.lint.LintSelection;
import dev.kqlift.semantic.TestJson;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples of {@code docs/configuration.md}, and holds the JSON schema against the reader. */
final class ConfigurationPageTest {
    private static final Pattern BLOCK = Pattern.compile("```(yaml|kql|text)\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void theExamplesGiveWhatStandsUnderThem() throws IOException {
        Path page = root().resolve("docs/configuration.md");
        String text = Files.readString(page);
        String expected = rendered(text);
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(page, expected);
        } else {
            assertThat(text).as("run with -Ddocs.update=true").isEqualTo(expected);
        }
    }

    private static String rendered(String text) {
        Matcher block = BLOCK.matcher(text);
        StringBuilder page = new StringBuilder();
        WorkspaceFile file = new WorkspaceFile(WorkspaceConfig.EMPTY, List.of());
        String answer = "";
        int answers = 0;
        while (block.find()) {
            String content = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> {
                    file = WorkspaceFile.parse(content, TableCatalog.builtIn());
                    answer = problems(file, content);
                }
                case "kql" -> {
                    assertThat(file.diagnostics())
                            .as("the configuration before %s", content)
                            .isEmpty();
                    answer = answer(WorkspaceTest.compile(content, new RuleCompiler(Workspace.of(file.config()))));
                }
                default -> {
                    answers++;
                    block.appendReplacement(page, Matcher.quoteReplacement("```text\n" + answer + "```\n"));
                }
            }
        }
        assertThat(answers).as("blocks that are checked").isGreaterThan(5);
        return block.appendTail(page).toString();
    }

    private static String problems(WorkspaceFile file, String yaml) {
        StringBuilder lines = new StringBuilder();
        List<Diagnostic> all = new ArrayList<>(file.diagnostics());
        all.addAll(LintSelection.of(file.config().lint(), path -> path).diagnostics());
        for (Diagnostic diagnostic : all) {
            Position start = SourceText.of(yaml).position(diagnostic.span().start());
            lines.append(WorkspaceFile.NAME + ":")
                    .append(start.line())
                    .append(':')
                    .append(start.column());
            lines.append(": ")
                    .append(diagnostic.code())
                    .append(": ")
                    .append(diagnostic.message())
                    .append('\n');
        }
        return lines.toString();
    }

    private static String answer(AnalyzedRule rule) {
        RuleAnalysis analysis = rule.analysis();
        StringJoiner fields = new StringJoiner(", ");
        for (OutputField field : analysis.outputFields()) {
            fields.add(field.name() + ": " + field.type().word());
        }
        if (analysis.open()) {
            fields.add("…");
        }
        StringBuilder answer = new StringBuilder();
        line(answer, "reads", analysis.tables());
        line(answer, "calls", analysis.functions());
        answer.append("returns ").append(fields).append('\n');
        for (Diagnostic diagnostic : rule.diagnostics()) {
            answer.append(diagnostic.code())
                    .append(": ")
                    .append(diagnostic.message())
                    .append('\n');
        }
        return answer.toString();
    }

    private static void line(StringBuilder answer, String what, List<String> names) {
        if (!names.isEmpty()) {
            answer.append(what).append(' ').append(String.join(", ", names)).append('\n');
        }
    }

    @Test
    void theSchemaKnowsTheKeysThatTheReaderKnows() throws IOException {
        Map<String, Object> schema;
        try (InputStream in = WorkspaceFile.class.getResourceAsStream("kqlift.schema.json")) {
            schema = TestJson.object(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Map<?, ?> sections = map(schema, "properties");
        assertThat(names(sections)).isEqualTo(known("nope: 1"));
        assertThat(names(map(sections, "functions", "additionalProperties", "properties")))
                .isEqualTo(known("functions: {F: {body: T, zzzz: 1}}"));
        assertThat(names(map(sections, "watchlists", "additionalProperties", "properties")))
                .isEqualTo(known("watchlists: {W: {columns: {a: int}, zzzz: 1}}"));
        assertThat(names(map(sections, "lint", "properties"))).isEqualTo(known("lint: {qqqq: 1}"));
        assertThat(names(map(sections, "lint", "properties", "overrides", "items", "properties")))
                .isEqualTo(known("lint: {overrides: [{paths: [a], zzzzzz: 1}]}"));
        assertThat(names(map(sections, "tables", "additionalProperties", "properties")))
                .isEqualTo("extends");
    }

    /** The keys that the message on an unknown one lists. */
    private static String known(String yaml) {
        String message = WorkspaceFile.parse(yaml, TableCatalog.builtIn())
                .diagnostics()
                .getFirst()
                .message();
        return message.substring(message.indexOf("known are ") + "known are ".length());
    }

    private static String names(Map<?, ?> properties) {
        StringJoiner names = new StringJoiner(", ");
        properties.keySet().forEach(key -> names.add(key.toString()));
        return names.toString();
    }

    private static Map<?, ?> map(Map<?, ?> from, String... path) {
        Map<?, ?> map = from;
        for (String key : path) {
            map = (Map<?, ?>) map.get(key);
        }
        return map;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
