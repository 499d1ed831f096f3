package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own tests of the seed rules: events that they report, and near ones that they do not. */
final class SeedRuleTestsTest {
    private static final Path TESTS = Run.root().resolve("cli/src/test/resources/dev/kqlift/cli/seeds");

    @TempDir
    Path folder;

    @Test
    void theSeedRulesDoWhatTheirTestsSay() throws IOException {
        String named = System.getProperty("kqlift.shared");
        Path seeds = (named == null ? Run.root().resolveSibling("shared") : Path.of(named)).resolve("seeds");
        assumeTrue(Files.isDirectory(seeds), "the seed rules are not at hand: " + seeds);
        copy(seeds);
        copy(TESTS);
        Run run = Run.of("test", folder);

        assertThat(run.out()).endsWith("15 passed, 0 failed, 0 refused\n");
    }

    private void copy(Path from) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(from)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }
}
