package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code kqlift.yaml} is found, and what becomes of one that is wrong. */
final class ConfigTest {
    private static final String OUTPUT = "\"output_fields\":[{\"name\":\"A\",\"type\":\"%s\"";

    @TempDir
    Path folder;

    private Path rules;
    private Path rule;

    @BeforeEach
    void writeRule() throws IOException {
        rules = Files.createDirectories(folder.resolve("a/b"));
        rule = Files.writeString(rules.resolve("rule.kql"), "T | project A\n");
    }

    private Path config(Path where, String type) throws IOException {
        return Files.writeString(where.resolve("kqlift.yaml"), "tables: {T: {A: " + type + "}}\n");
    }

    private static void gives(Run run, String type) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(OUTPUT.formatted(type));
    }

    @Test
    void theNearestFileAboveTheFirstPathCounts() throws IOException {
        gives(Run.of("inspect", rule, "--format", "jsonl"), "unknown");
        config(folder, "long");
        gives(Run.of("inspect", rule, "--format", "jsonl"), "long");
        gives(Run.of("inspect", rules, "--format", "jsonl"), "long");
        config(rules, "int");
        gives(Run.of("inspect", rule, "--format", "jsonl"), "int");
        gives(Run.of("inspect", folder.resolve("a"), "--format", "jsonl"), "long");
    }

    @Test
    void theFileInTheFolderItselfIsNoRule() throws IOException {
        config(rules, "int");
        Run run = Run.of("inspect", rules, "--format", "jsonl");
        gives(run, "int");
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("1 rule in 1 file").doesNotContain("could not be read");
    }

    @Test
    void aNamedFileTakesThePlaceOfTheFoundOne() throws IOException {
        config(folder, "long");
        Path other = Files.writeString(folder.resolve("other.yaml"), "tables: {T: {A: guid}}\n");
        gives(Run.of("inspect", rule, "--config", other, "--format", "jsonl"), "guid");
        gives(Run.of("inspect", rule, "--no-config", "--format", "jsonl"), "unknown");
        assertThat(Run.of("inspect", rule, "--no-config", "--config", other).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aSchemaFileCountsAfterTheConfiguration() throws IOException {
        config(folder, "long");
        Path schema = Files.writeString(folder.resolve("schema.json"), "{\"T\": {\"A\": \"real\"}}");
        gives(Run.of("inspect", rule, "--schema", schema, "--format", "jsonl"), "real");
    }

    @Test
    void standardInputNeedsAName() throws IOException {
        Path config = config(folder, "long");
        gives(Run.withInput("T | project A", "inspect", "-", "--config", config, "--format", "jsonl"), "long");
        gives(Run.withInput("T | project A", "inspect", "-", "--format", "jsonl"), "unknown");
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndEndsTheCommand() throws IOException {
        Path config = Files.writeString(folder.resolve("kqlift.yaml"), "workspace: sentinel\ntabels: {}\n");
        for (Run run : new Run[] {
            Run.of("inspect", rule),
            Run.of("overlap", rule),
            Run.of("transpile", rule, "--to", "duckdb"),
            Run.of("inspect", rule, "--config", config)
        }) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("kqlift.yaml:2:1: error KD020").contains("did you mean `tables`?");
        }
        assertThat(Run.of("inspect", rule, "--no-config").exitCode()).isZero();
    }

    @Test
    void aFileThatCannotBeReadEndsTheCommand() throws IOException {
        assertThat(Run.of("inspect", rule, "--config", folder.resolve("none.yaml"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of("inspect", rule, "--config", folder.resolve("none.yaml"))
                        .err())
                .contains("there is no such file");
        assertThat(Run.of("inspect", rule, "--config", folder).exitCode()).isEqualTo(2);
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {0, 1, 2, 0, 3, 0, 0, 7});
        assertThat(Run.of("inspect", rule, "--config", binary).exitCode()).isEqualTo(2);
        assertThat(Run.of("inspect", rule, "--config", binary).err()).contains("error KD002");
    }

    @Test
    void aFolderOfThatNameIsNoConfiguration() throws IOException {
        Files.createDirectory(rules.resolve("kqlift.yaml"));
        config(folder, "long");
        gives(Run.of("inspect", rule, "--format", "jsonl"), "long");
    }

    @Test
    void aSavedFunctionIsTranslatedAsIfItStoodInTheQuery() throws IOException {
        Files.write(folder.resolve("kqlift.yaml"), """
                tables:
                  T: {A: string, B: long}
                functions:
                  Big: {parameters: "(n: long)", body: "T | where B > n"}
                """.getBytes(StandardCharsets.UTF_8));
        Path calling = Files.writeString(rules.resolve("calling.kql"), "Big(5)\n| project A\n");
        Path plain = Files.writeString(rules.resolve("plain.kql"), "T\n| where B > 5\n| project A\n");
        Run called = Run.of("transpile", calling, "--to", "duckdb", "--format", "jsonl");
        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("\"fidelity\":\"exact\"");
        String sql = Run.of("transpile", plain, "--to", "duckdb", "--format", "jsonl")
                .out();
        assertThat(body(called.out())).isNotEmpty().isEqualTo(body(sql));
    }

    @Test
    void notesOnASavedFunctionPointAtTheCall() throws IOException {
        Files.writeString(
                folder.resolve("kqlift.yaml"),
                "functions: {Odd: {body: \"SecurityEvent\\n\\n\\n\\n\\n\\n\\n| where EventID > 1 | evaluate autocluster()\"}}\n");
        Path calling = Files.writeString(rules.resolve("calling.kql"), "Odd()\n| take 1\n");
        Run run = Run.of("transpile", calling, "--to", "duckdb", "--format", "jsonl");
        assertThat(run.out())
                .contains("\"fidelity\":\"unsupported\"")
                .contains("\"line\":1,\"column\":1,\"end_line\":1");
    }

    /** The part of the output that does not name the file. */
    private static String body(String json) {
        int select = json.indexOf("SELECT");
        return select < 0 ? "" : json.substring(select);
    }
}
