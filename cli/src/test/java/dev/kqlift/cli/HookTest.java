package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.document.Datum;
import dev.kqlift.document.Loaded;
import dev.kqlift.document.YamlLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Installs the hooks of {@code .pre-commit-hooks.yaml} in a repository of its own and commits: through pre-commit where it is
 * on the path, else through a hook of git that hands the files of the commit to the entry as pre-commit does.
 */
final class HookTest {
    @TempDir
    Path folder;

    private record Hook(String id, String entry, String files) {
        static Hook of(String id) throws IOException {
            for (Datum item :
                    sequence(Run.root().resolve(".pre-commit-hooks.yaml")).items()) {
                Datum.Mapping hook = (Datum.Mapping) item;
                if (hook.scalar("id").orElseThrow().value().equals(id)) {
                    assertThat(hook.scalar("language").orElseThrow().value()).isEqualTo("script");
                    return new Hook(
                            id,
                            hook.scalar("entry").orElseThrow().value(),
                            hook.scalar("files").orElseThrow().value());
                }
            }
            throw new AssertionError("no hook " + id);
        }

        private static Datum.Sequence sequence(Path file) throws IOException {
            return switch (YamlLoader.load(Files.readString(file))) {
                case Loaded.Roots(var roots) ->
                    (Datum.Sequence) roots.getFirst().value();
                case Loaded.Broken(var diagnostic) -> throw new AssertionError(diagnostic);
            };
        }

        /** The entry with the classes under test in the place of the launcher, which would build. */
        String command(Path launcher) {
            assertThat(entry).startsWith("kqlift ");
            return "sh " + launcher + entry.substring("kqlift".length());
        }
    }

    private void install(String id) throws IOException, InterruptedException {
        ChangedSinceTest.Repository.create(folder);
        Path launcher = Files.writeString(
                folder.resolve(".git/kqlift"),
                "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' dev.kqlift.cli.Main \"$@\"\n");
        Hook hook = Hook.of(id);
        if (run(List.of("sh", "-c", "command -v pre-commit")).code == 0) {
            Files.writeString(folder.resolve(".pre-commit-config.yaml"), """
                    repos:
                      - repo: local
                        hooks:
                          - id: %s
                            name: lint
                            entry: %s
                            language: system
                            require_serial: true
                            files: %s
                    """.formatted(
                            hook.id, hook.command(launcher), hook.files));
            assertThat(run(List.of("pre-commit", "install")).code).isZero();
        } else {
            Path script = Files.createDirectories(folder.resolve(".git/hooks")).resolve("pre-commit");
            Files.writeString(script, """
                    #!/bin/sh
                    files=$(git diff --cached --name-only --diff-filter=ACMR | grep -E '%s') || exit 0
                    echo "$files" | tr '\\n' '\\0' | xargs -0 %s || exit 1
                    git diff --quiet
                    """.formatted(hook.files, hook.command(launcher)));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private record Output(int code, String text) {}

    private Output run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private Output commit(String... names) throws IOException, InterruptedException {
        List<String> add = new ArrayList<>(List.of("git", "add", "--"));
        add.addAll(List.of(names));
        run(add);
        return run(List.of("git", "commit", "-q", "-m", "rules"));
    }

    @Test
    void aBadCommitIsStoppedAndAGoodOneGoesThrough() throws IOException, InterruptedException {
        install("kqlift-lint");
        Files.writeString(folder.resolve("a rule.kql"), LintTest.NULL);
        Files.createDirectories(folder.resolve(".github"));
        Files.writeString(folder.resolve(".github/other.yml"), "on: push\njobs: {}\n");

        Output bad = commit("a rule.kql", ".github/other.yml");
        assertThat(bad.code).as(bad.text).isNotZero();
        assertThat(bad.text).contains("a rule.kql:2:9: error KL605");
        assertThat(run(List.of("git", "log", "--oneline")).code).isNotZero();

        Files.writeString(folder.resolve("a rule.kql"), LintTest.CLEAN);
        Output good = commit("a rule.kql");
        assertThat(good.code).as(good.text).isZero();
        assertThat(run(List.of("git", "log", "--oneline")).text).contains("rules");
    }

    @Test
    void theFixingHookStopsTheCommitThatItMended() throws IOException, InterruptedException {
        install("kqlift-lint-fix");
        Path rule = Files.writeString(
                folder.resolve("a.kql"),
                "SigninLogs // kqlift: off KL612 because it was so\n| where isnotempty(UserAgent)\n");

        Output mended = commit("a.kql");
        assertThat(mended.code).as(mended.text).isNotZero();
        assertThat(Files.readString(rule)).isEqualTo("SigninLogs\n| where isnotempty(UserAgent)\n");
        Output again = commit("a.kql");
        assertThat(again.code).as(again.text).isZero();
    }

    @Test
    void theActionHandsItsInputsToTheLauncher() throws IOException, InterruptedException {
        Datum.Mapping action = switch (YamlLoader.load(
                Files.readString(Run.root().resolve("action.yml")))) {
            case Loaded.Roots(var roots) -> (Datum.Mapping) roots.getFirst().value();
            case Loaded.Broken(var diagnostic) -> throw new AssertionError(diagnostic);
        };
        Datum.Sequence steps = (Datum.Sequence)
                action.mapping("runs").orElseThrow().get("steps").orElseThrow();
        String script = ((Datum.Mapping) steps.items().getLast())
                .scalar("run")
                .orElseThrow()
                .value();
        Path launcher = Files.writeString(folder.resolve("kqlift"), "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(action(script, "github", "main", "rules\nmore rules", "--verbose"))
                .isEqualTo("[lint][--format][github][--changed-since][main][--verbose][--][rules][more rules]");
        assertThat(action(script, "sarif", "", ".", "")).isEmpty();
        assertThat(Files.readString(folder.resolve("out.sarif"))).isEqualTo("[lint][--format][sarif][--][.]");
    }

    private String action(String script, String format, String since, String paths, String arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GITHUB_ACTION_PATH", folder.toString());
        builder.environment().put("KQLIFT_FORMAT", format);
        builder.environment().put("KQLIFT_CHANGED_SINCE", since);
        builder.environment().put("KQLIFT_PATHS", paths);
        builder.environment().put("KQLIFT_ARGUMENTS", arguments);
        builder.environment().put("KQLIFT_OUTPUT", "out.sarif");
        builder.environment().put("KQLIFT_FAIL_ON", "");
        builder.environment().put("KQLIFT_BASELINE", "");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
