package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a baseline knows, and when it knows too much. */
final class LintBaselineTest {
    private static final String TEST = "| where isnotnull(UserAgent)\n";

    @TempDir
    Path folder;

    private Path rule;
    private Path known;

    @BeforeEach
    void write() throws IOException {
        rule = Files.writeString(folder.resolve("a.kql"), "SigninLogs\n" + TEST);
        known = folder.resolve("known.json");
    }

    private Run lint(Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(new Object[] {"lint", folder, "--baseline", known, "--format", "jsonl"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return Run.of(all);
    }

    @Test
    void whatIsKnownIsLeftOutAndCounted() throws IOException {
        Run update = lint("--update-baseline");
        assertThat(update.exitCode()).isZero();
        assertThat(update.err()).contains("baseline: 1 finding written to ");
        assertThat(Files.readString(known))
                .matches("\\[\n\\{\"rule\":\"a.kql\",\"code\":\"KL605\",\"hash\":\"[0-9a-f]{16}\",\"count\":1}\n]\n");

        Run run = lint();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("0 errors, 0 warnings, 0 notes; 1 baselined");
    }

    @Test
    void linesAboveDoNotMatterAndOneMoreDoes() throws IOException {
        lint("--update-baseline");
        Files.writeString(rule, "// one\n\nSigninLogs\n" + TEST);
        assertThat(lint().exitCode()).isZero();
        Files.writeString(rule, "SigninLogs\n" + TEST + TEST);
        Run run = lint();
        assertThat(run.exitCode()).isOne();
        assertThat(run.lines()).hasSize(1);
    }

    @Test
    void aRuleWithAnIdIsKnownWhereverItLies() throws IOException {
        String yaml =
                "id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01\nkind: NRT\nname: a\nquery: SigninLogs | where isnull(UserAgent)\n";
        Files.writeString(folder.resolve("one.yaml"), yaml);
        lint("--update-baseline", "--select", "KL605");
        Files.createDirectories(folder.resolve("sub"));
        Files.move(folder.resolve("one.yaml"), folder.resolve("sub/two.yaml"));
        assertThat(lint("--select", "KL605").exitCode()).isZero();
        Files.move(rule, folder.resolve("b.kql"));
        assertThat(lint("--select", "KL605").exitCode()).isOne();
    }

    @Test
    void whatOccursNoMoreIsSaidWhereItWasLookedFor() throws IOException {
        lint("--update-baseline");
        Files.writeString(rule, "SigninLogs\n");
        assertThat(lint().err())
                .contains("baseline: KL605 of a.kql occurs no more")
                .contains("--update-baseline drops");
        assertThat(lint("--ignore", "KL605").err()).doesNotContain("occurs no more");
        Files.writeString(rule, "SigninLogs | where (\n");
        assertThat(lint().err()).doesNotContain("occurs no more");
        Files.delete(rule);
        assertThat(lint().err()).doesNotContain("occurs no more");
    }

    @Test
    void twoWritesGiveTheSameBytes() throws IOException {
        Files.writeString(folder.resolve("b.kql"), LintTest.JOIN);
        lint("--update-baseline");
        byte[] first = Files.readAllBytes(known);
        lint("--update-baseline");
        assertThat(Files.readAllBytes(known)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{\"rule\":\"a\"}]",
                "[{\"rule\":\"a\",\"code\":\"KL605\",\"hash\":\"0\",\"count\":0}]",
                "[{\"rule\":\"a\",\"code\":\"KL605\",\"hash\":\"0\",\"count\":\"1\"}]",
                "[\n<<<<<<< ours\n]",
                "[{\"rule\":[],\"code\":\"KL605\"}]"
            })
    void aBrokenBaselineExitsWithTwo(String text) throws IOException {
        Files.writeString(known, text);
        assertThat(lint().exitCode()).isEqualTo(2);
        assertThat(lint().err()).contains("known.json cannot be read: ");
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() {
        assertThat(lint().err()).contains("cannot be read: there is no such file; --update-baseline writes it");
        assertThat(lint().exitCode()).isEqualTo(2);
        assertThat(Run.of("lint", folder, "--update-baseline").exitCode()).isEqualTo(2);
        assertThat(lint("--update-baseline", "--changed-since", "HEAD").exitCode())
                .isEqualTo(2);
    }
}
