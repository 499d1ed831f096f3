package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranspileTest {
    @TempDir
    Path folder;

    private Path rule(String name, String query) throws IOException {
        Path file = folder.resolve("rules").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, query);
    }

    private List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void keysStandInTheOrderOfTheContract() throws IOException {
        rule("a.kql", "T |");

        Run run = Run.of("transpile", folder.resolve("rules"), "--to", "duckdb", "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .matches("\\{\"file\":\"[^\"]*a\\.kql\",\"id\":null,\"target\":\"duckdb\",\"fidelity\":\"unsupported\","
                        + "\"notes\":\\[\\{\"code\":\"KX007\",\"effect\":\"unsupported\",\"message\":\".*\",\"line\":1,"
                        + "\"column\":\\d+,\"end_line\":\\d+,\"end_column\":\\d+\\}.*\\],"
                        + "\"output_file\":null,\"text\":null\\}\n");
        assertThat(run.err())
                .contains("1 rule read, of which 1 could not be understood")
                .containsPattern("duckdb +0 ");
    }

    @Test
    void strictFailsWhenARuleFallsShort() throws IOException {
        rule("a.kql", "T |");

        assertThat(Run.of("transpile", folder.resolve("rules"), "--to", "duckdb")
                        .exitCode())
                .isZero();
        assertThat(Run.of("transpile", folder.resolve("rules"), "--to", "duckdb", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aRuleThatIsNotAcceptedIsReportedWithoutText() throws IOException {
        rule("a.kql", "SecurityEvent\n| where EventID == 4625\n");

        Run run = Run.of(
                "transpile",
                folder.resolve("rules"),
                "--to",
                "duckdb",
                "--accept",
                "narrower",
                "--format",
                "jsonl",
                "-o",
                folder.resolve("out"));

        assertThat(run.out()).contains("\"fidelity\":\"exact\"").endsWith("\"output_file\":null,\"text\":null}\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void filesTakeThePathsOfTheirRules() throws IOException {
        rule(
                "b/two.md",
                "```kql\nSecurityEvent\n| where EventID == 4625\n```\n\n```kql\nSecurityEvent\n| where EventID == 1\n```\n");
        rule("one.kql", "SecurityEvent\n| where EventID == 4624\n");

        Run run = Run.of(
                "transpile",
                folder.resolve("rules"),
                "--to",
                "duckdb",
                "-o",
                folder.resolve("out"),
                "--format",
                "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(files(folder.resolve("out")))
                .containsExactly("duckdb/b/two-2.sql", "duckdb/b/two.sql", "duckdb/one.sql");
        assertThat(run.lines().getFirst()).contains("\"output_file\":\"" + folder.resolve("out/duckdb/b/two.sql"));
    }

    @Test
    void anOutputFolderThatIsAFileExitsWithTwo() throws IOException {
        Path file = rule("a.kql", "SecurityEvent\n| where EventID == 4625\n");

        Run run = Run.of("transpile", file, "--to", "duckdb", "-o", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the output folder cannot be written");
    }

    @Test
    void standardInputIsTranslated() {
        Run run = Run.withInput(
                "SecurityEvent\n| where EventID == 4625\n", "transpile", "-", "--to", "duckdb", "-o", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("duckdb/stdin.sql")).exists();
    }
}
