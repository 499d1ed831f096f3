package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostileInputTest {
    private static final String GOOD = "name: Good\nquery: |\n  SecurityEvent\n  | where EventID == 4625\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void oneBrokenFileDoesNotEndTheRun() throws IOException {
        write("a-broken.yaml", "name: [\nquery: 'x\n");
        write("b-good.yaml", GOOD);

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"name\":\"Good\"");
        assertThat(run.err())
                .containsPattern("a-broken\\.yaml:\\d+:\\d+: error KD0")
                .contains("1 could not be read");
    }

    @Test
    void binaryFilesAreNoRules() throws IOException {
        Files.write(folder.resolve("a.kql"), new byte[] {0, 1, 2, 3, (byte) 0xff, 0});
        write("b.yaml", GOOD);

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("a.kql:1:1: error KD002");
        assertThat(Run.of("inspect", folder.resolve("a.kql")).exitCode()).isEqualTo(2);
    }

    @Test
    void aRuleWithoutAQueryIsReported() throws IOException {
        write("a.yaml", "id: x\nname: No query here\nqueryFrequency: 1h\nquery:\n");

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("KD012").contains("No query here");
        assertThat(run.err()).contains("KD012");
    }

    @Test
    void tenThousandParenthesesAreAnswered() throws IOException {
        write("deep.kql", "T | where " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + " == 1");

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.out()).doesNotContain("KD900");
    }

    @Test
    void longQueriesAreAnswered() throws IOException {
        StringBuilder query = new StringBuilder("T | where A in (");
        for (int i = 0; query.length() < 200_000; i++) {
            query.append(i == 0 ? "" : ", ").append("\"value ").append(i).append('"');
        }
        write("long.kql", query.append(")\n").toString());

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.out()).doesNotContain("KD900");
    }

    @Test
    void hugeFilesAreRefusedWithoutReadingThem() throws IOException {
        Path huge = folder.resolve("huge.kql");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }
        write("b.yaml", GOOD);

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("huge.kql:1:1: error KD003");
    }

    @Test
    void standardInputIsARule() {
        Run run = Run.withInput(GOOD, "inspect", "-", "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\"file\":\"-\",\"line\":3,").contains("\"name\":\"Good\"");
    }

    @Test
    void namesThatDriveATerminalAreShownAndNotObeyed() throws IOException {
        write("a.yaml", "name: \"evil\\e[2Jname\\u202e\"\nquery: |\n  T\n");

        Run run = Run.of("inspect", folder);

        assertThat(run.out())
                .contains("evil\\u001b[2Jname\\u202e")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void halfASurrogatePairLeavesTheOutputUtf8() throws IOException {
        write(
                "a.json",
                "{\"resources\":[{\"type\":\"Microsoft.OperationalInsights/workspaces/providers/alertRules\","
                        + "\"kind\":\"Scheduled\",\"properties\":{\"displayName\":\"half \\ud83d\",\"query\":\"T\"}}]}");

        Run run = Run.of("inspect", folder, "--format", "jsonl");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"name\":\"half \ufffd\"");
    }
}
