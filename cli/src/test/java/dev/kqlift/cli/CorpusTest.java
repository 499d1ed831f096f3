package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusTest {
    @TempDir
    Path folder;

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(folder.resolve("a.kql"), "T | where X == \"v\" and Y == \"only here\"");
        Files.writeString(folder.resolve("b.kql"), "U | where X == \"v\"");
        Files.writeString(folder.resolve("c.kql"), "U | where X != \"v\"");
    }

    @Test
    void overlapCountsRules() {
        assertThat(Run.of("overlap", folder, "--format", "csv").out())
                .isEqualTo("field,kind,negated,value,rules,files\n"
                        + "X,eq,false,v,2,2\nX,ne,false,v,1,1\nY,eq,false,only here,1,1\n");
    }

    @Test
    void inspectCountsTheOtherRulesOfACorpus() {
        Run run = Run.of("inspect", folder.resolve("a.kql"), "--corpus", folder, "--format", "jsonl");

        assertThat(run.out())
                .contains("\"columns\":[\"T.X\"],\"corpus\":[1]}")
                .contains("\"columns\":[\"T.Y\"],\"corpus\":[0]}");
    }

    @Test
    void aCorpusThatIsMissingIsWrongUsage() {
        Run run = Run.of("inspect", folder.resolve("a.kql"), "--corpus", folder.resolve("nope"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
