package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kqlift lint} finds, counts and exits with. */
final class LintTest {
    static final String EMPTY = "SigninLogs\n| where UserAgent contains \"\"\n";
    static final String JOIN =
            "SigninLogs\n| join (AuditLogs | extend UserPrincipalName = Identity) on UserPrincipalName\n";
    static final String NULL = "SigninLogs\n| where isnotnull(UserAgent)\n";
    static final String CLEAN = "SigninLogs\n| where ResultType == \"50126\"\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Run lint(Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "lint";
        System.arraycopy(args, 0, all, 1, args.length);
        return Run.of(all);
    }

    @Test
    void theExitCodeFollowsTheThreshold() throws IOException {
        Path warning = write("a.kql", EMPTY);
        Path error = write("b.kql", NULL);

        assertThat(lint(warning).exitCode()).isZero();
        assertThat(lint(warning, "--fail-on", "warning").exitCode()).isOne();
        assertThat(lint(warning, "--fail-on", "note").exitCode()).isOne();
        assertThat(lint(error).exitCode()).isOne();
        assertThat(lint(error, "--ignore", "KL605").exitCode()).isZero();
        assertThat(lint(folder).exitCode()).isOne();
        assertThat(lint(write("c.kql", CLEAN), "--fail-on", "note").exitCode()).isZero();
    }

    @Test
    void theSummaryHasTheThreeNumbersOfRulesAndChecks() throws IOException {
        write("a.kql", EMPTY);
        write("b.kql", CLEAN);
        write("c.kql", "OwnFeed_CL | take 5\n");

        assertThat(lint(folder, "--select", "KL643,KB").err())
                .contains("3 rules in 3 files")
                .contains("rules:    1 passed, 1 failed, 1 not checked")
                .contains("findings: 0 errors, 1 warning, 1 note");
    }

    @Test
    void whatDoesNotParseIsNotCheckedAndNeverPasses() throws IOException {
        Path broken = write("a.kql", "SigninLogs | where (\n");
        Run run = lint(broken, "--select", "KL612", "--verbose");

        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).contains("error KS003");
        assertThat(run.err())
                .contains("checks:   0 passed, 1 failed, 1 not checked")
                .contains("not checked: KL612 join-without-kind: the query does not parse");
    }

    @Test
    void aFileThatCannotBeReadIsAFindingInItsPlace() throws IOException {
        write("a.kql", JOIN);
        Files.write(folder.resolve("b.kql"), new byte[] {'T', 0, 1, 2, 3, 4, 5, 6, 7, 8, 'x', 'y', 'z'});
        write("c.kql", NULL);
        Run run = lint(folder, "--format", "jsonl");

        assertThat(run.exitCode()).isOne();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1))
                .contains("b.kql\",\"rule_id\":null,\"code\":\"KD002\"")
                .contains("\"line\":1");
        assertThat(run.err()).contains("1 could not be read");
    }

    @Test
    void anUnreadablePathExitsWithTwo() throws IOException {
        assertThat(lint(folder.resolve("none.kql")).exitCode()).isEqualTo(2);
        assertThat(lint(write("a.txt", "hello")).exitCode()).isEqualTo(2);
        assertThat(lint(write("a.txt", "hello"), "--pass-over").exitCode()).isZero();
    }

    @Test
    void standardInputIsChecked() {
        Run run = Run.withInput(NULL, "lint", "-", "--format", "jsonl");

        assertThat(run.exitCode()).isOne();
        assertThat(run.out())
                .startsWith("{\"file\":\"-\",\"rule_id\":null,\"code\":\"KL605\",\"name\":\"isnull-of-text\"");
    }

    @Test
    void theConfigurationChoosesChecksAndSeverities() throws IOException {
        write("kqlift.yaml", """
                lint:
                  severity: {KL605: note}
                  failOn: warning
                  overrides:
                    - paths: [drafts]
                      ignore: [meaning]
                """);
        Path a = write("a.kql", NULL);
        Path draft = write("drafts/a.kql", NULL + JOIN.substring("SigninLogs\n".length()));

        assertThat(lint(a).out()).contains("note KL605");
        assertThat(lint(a).exitCode()).isZero();
        assertThat(lint(a, "--fail-on", "note").exitCode()).isOne();
        assertThat(lint(draft, "--config", folder.resolve("kqlift.yaml")).out()).isEmpty();
        assertThat(lint(draft, "--no-config").out()).contains("KL605", "KL612");
        assertThat(lint(write("b.kql", EMPTY)).exitCode()).isOne();
    }

    @Test
    void anUnknownCheckExitsWithTwoAndNamesTheNearest() throws IOException {
        Path a = write("a.kql", CLEAN);
        assertThat(lint(a, "--select", "join-without-knd").err())
                .contains("there is no check 'join-without-knd'; did you mean `join-without-kind`?");
        assertThat(lint(a, "--select", "KL6l2").exitCode()).isEqualTo(2);

        write("kqlift.yaml", "lint: {ignore: [costs]}\n");
        assertThat(lint(a).exitCode()).isEqualTo(2);
        assertThat(lint(a).err()).contains("kqlift.yaml:1:17: error KD025").contains("did you mean `cost`?");
        assertThat(Run.of("inspect", a).exitCode())
                .as("other commands do not care")
                .isZero();
    }

    @Test
    void rulesAreComparedWithEachOtherAndWithACorpus() throws IOException {
        String id = "id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01\nkind: NRT\nquery: SigninLogs\nname: ";
        Path one = write("new/one.yaml", id + "one\n");
        write("old/two.yaml", id + "two\n");

        assertThat(lint(one, "--select", "KL801").out()).isEmpty();
        assertThat(lint(folder, "--select", "KL801", "--format", "jsonl").lines())
                .hasSize(2);
        Run compared = lint(one, "--select", "KL801", "--corpus", folder);
        assertThat(compared.out()).contains("one.yaml:1:5: error KL801").contains("two.yaml:1:5: the same id");
        assertThat(compared.out()).doesNotContain("two.yaml:1:5: error");
        assertThat(compared.exitCode()).isOne();
    }

    @Test
    void textShowsTheLineTheMarkTheSecondPlaceAndTheHelp() throws IOException {
        Path rule = write("a.kql", JOIN);
        assertThat(lint(rule).out().replace(folder.toString(), "DIR")).isEqualTo("""
                DIR/a.kql:2:3: note KL612 `join` without a kind keeps one arbitrary left row for each key [join-without-kind]
                  2 | | join (AuditLogs | extend UserPrincipalName = Identity) on UserPrincipalName
                    |   ^^^^
                    = help: state the kind: `kind=inner` keeps all pairs, `kind=innerunique` is what runs now

                """);
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() throws IOException {
        Path rule = write("a.kql", "SigninLogs\n| where UserAgent == \"\u001b[2J\" and isnull(UserAgent)\n");
        for (String format : new String[] {"text", "junit"}) {
            assertThat(lint(rule, "--format", format).out()).doesNotContain("\u001b");
        }
    }

    @Test
    void twoRunsWriteTheSameBytesInEveryFormat() {
        for (String format : new String[] {"text", "json", "jsonl", "sarif", "github", "junit"}) {
            Run run = lint(Run.samples(), "--format", format);
            assertThat(run).isEqualTo(lint(Run.samples(), "--format", format));
            assertThat(run.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty().doesNotContain('\r');
        }
    }
}
