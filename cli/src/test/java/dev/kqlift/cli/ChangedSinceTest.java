package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --changed-since} in a repository of its own. */
final class ChangedSinceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        Repository.create(folder);
        Files.writeString(folder.resolve("old.kql"), LintTest.NULL);
        Files.writeString(folder.resolve("touched.kql"), LintTest.CLEAN);
        Files.writeString(folder.resolve("one.yaml"), rule("one"));
        Repository.commit(folder);
    }

    private static String rule(String name) {
        return "id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01\nkind: NRT\nquery: SigninLogs\nname: " + name + "\n";
    }

    private List<String> files(Run run) {
        List<String> files = new ArrayList<>();
        for (String line : run.lines()) {
            files.add(line.substring(
                    line.indexOf(folder.toString()) + folder.toString().length() + 1, line.indexOf("\",")));
        }
        return files;
    }

    private Run changed(String revision) {
        return Run.of("lint", folder, "--changed-since", revision, "--format", "jsonl", "--select", "KL605,KL801");
    }

    @Test
    void onlyChangedAndNewFilesAreReportedOn() throws IOException {
        assertThat(changed("HEAD").lines()).isEmpty();
        Files.writeString(folder.resolve("touched.kql"), LintTest.NULL);
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/größe neu.kql"), LintTest.NULL);

        assertThat(files(changed("HEAD"))).containsExactly("sub/größe neu.kql", "touched.kql");
        assertThat(changed("HEAD").err()).contains("2 rules in 2 files; compared with 2 more");
    }

    @Test
    void changesSinceTheBranchLeftCount() throws IOException, InterruptedException {
        Repository.git(folder, "checkout", "-q", "-b", "topic");
        Files.writeString(folder.resolve("touched.kql"), LintTest.NULL);
        Repository.commit(folder);
        Repository.git(folder, "checkout", "-q", "main");
        Files.writeString(folder.resolve("old.kql"), LintTest.NULL + "| take 5\n");
        Repository.commit(folder);
        Repository.git(folder, "checkout", "-q", "topic");

        assertThat(files(changed("main"))).containsExactly("touched.kql");
    }

    @Test
    void rulesThatDidNotChangeAreStillComparedWith() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), rule("two"));

        assertThat(files(changed("HEAD"))).containsExactly("two.yaml");
    }

    @Test
    void whatGitDoesNotKnowIsWrongUsage(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("a.kql"), LintTest.CLEAN);
        Run outside = Run.of("lint", file, "--changed-since", "HEAD");
        assertThat(outside.exitCode()).isEqualTo(2);
        assertThat(outside.err()).contains("is in no git repository");

        assertThat(changed("nope").exitCode()).isEqualTo(2);
        assertThat(changed("nope").err()).contains("git knows no revision 'nope'");
        assertThat(changed("--help").exitCode()).isEqualTo(2);
    }

    /** Git in a folder of a test. */
    static final class Repository {
        private Repository() {}

        static void create(Path folder) throws IOException, InterruptedException {
            git(folder, "init", "-q", "-b", "main");
            git(folder, "config", "user.name", "Contoso");
            git(folder, "config", "user.email", "team@contoso.example");
            git(folder, "config", "commit.gpgsign", "false");
        }

        static void commit(Path folder) throws IOException, InterruptedException {
            git(folder, "add", "-A");
            git(folder, "commit", "-q", "--no-verify", "-m", "rules");
        }

        static void git(Path folder, String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + ": " + output).isZero();
        }
    }
}
