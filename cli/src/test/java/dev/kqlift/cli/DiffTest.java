package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffTest {
    @TempDir
    Path folder;

    private Path old;
    private Path now;

    @BeforeEach
    void folders() throws IOException {
        old = Files.createDirectory(folder.resolve("old"));
        now = Files.createDirectory(folder.resolve("new"));
    }

    private static void rule(Path folder, String name, String title, String query) throws IOException {
        Files.writeString(
                folder.resolve(name), "name: \"" + title + "\"\nseverity: Low\nquery: " + query + "\ntactics: []\n");
    }

    @Test
    void checkFailsOnlyWhereSomethingDiffers() throws IOException {
        rule(old, "a.yaml", "A", "SigninLogs");
        rule(now, "a.yaml", "A", "SigninLogs");
        assertThat(Run.of("diff", old, now, "--check").exitCode()).isZero();

        rule(now, "a.yaml", "A", "AuditLogs");
        assertThat(Run.of("diff", old, now, "--check").exitCode()).isEqualTo(1);
        assertThat(Run.of("diff", old, now).exitCode()).isZero();
        assertThat(Run.of("diff", old, folder.resolve("nowhere")).exitCode()).isEqualTo(2);
        assertThat(Run.of("diff", old).exitCode()).isEqualTo(2);
        assertThat(Run.of("diff", old, now, now).exitCode()).isEqualTo(2);
    }

    @Test
    void markdownHoldsNothingThatARuleCouldSmuggleIn() throws IOException {
        rule(old, "b.yaml", "Gone", "SigninLogs");
        rule(
                now,
                "a.yaml",
                "<img src=x> @team # | `x` https://contoso.example",
                "SigninLogs | where UserAgent == '`|x'");

        assertThat(Run.of("diff", old, now, "--format", "markdown").out()).isEqualTo("""
                        ## Detection rules

                        1 added, 1 removed, 0 changed in meaning, 0 only in text, 0 moved or renamed, 0 unchanged.

                        ### Added

                        - **\\<img src=x\\> <!-- -->@<!-- -->team \\#<!-- --> \\| \\`x\\` https<!-- -->://contoso.example** (`a.yaml`): severity Low; reads `SigninLogs`

                        ### Removed

                        - **Gone** (`b.yaml`): severity Low; reads `SigninLogs`
                        """);
    }

    @Test
    void changesAreToldInEveryFormat() throws IOException {
        rule(old, "a.yaml", "A", "SigninLogs | where UserAgent == 'x' | project UserAgent");
        rule(now, "b.yaml", "A", "SigninLogs | where UserAgent == 'y' | project UserAgent, IPAddress");

        assertThat(Run.of("diff", old, now).out()).isEqualTo("""
                        ~ A  b.yaml  changed in meaning
                            moved from "a.yaml"
                            now looks for "UserAgent" eq "y"
                            no longer looks for "UserAgent" eq "x"
                            now returns "IPAddress"
                            the query differs
                        0 added, 0 removed, 1 changed in meaning, 0 only in text, 0 moved or renamed, 0 unchanged
                        """);
        assertThat(Run.of("diff", old, now, "--format", "markdown").out())
                .contains("- **A** (`b.yaml`)\n  - moved from `a.yaml`\n  - now looks for `UserAgent` eq `y`\n");
        assertThat(Run.of("diff", old, now, "--format", "json").out())
                .contains("\"change\":\"changed\",\"id\":null,\"name\":\"A\",\"path\":\"b.yaml\",\"in_meaning\":true")
                .contains(
                        "\"indicators_gained\":[{\"field\":\"UserAgent\",\"kind\":\"eq\",\"negated\":false,\"value\":\"y\"}]");
    }

    @Test
    void twoFilesAreComparedWhateverTheirNames() throws IOException {
        rule(old, "a.yaml", "A", "SigninLogs");
        rule(now, "b.yaml", "A", "SigninLogs");
        Run run = Run.of("diff", old.resolve("a.yaml"), now.resolve("b.yaml"), "--check");

        assertThat(run.exitCode()).isZero();
    }
}
