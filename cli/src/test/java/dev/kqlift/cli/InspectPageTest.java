package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.reports.text.Colors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of {@code inspect} for people. The kept pages are rewritten where {@code -Dgolden.update=true} is given. */
final class InspectPageTest {
    private static final Path SHARES = Path.of("corpus/samples/scheduled/payroll-share-opened-from-kiosk.yaml");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "scheduled/silent-sensor-after-alert.yaml, silent-sensor-after-alert",
        "scheduled/indicator-seen-in-any-log.yaml, indicator-seen-in-any-log",
        "query/invoked-function.csl, invoked-function",
    })
    void pagesAreAsTheyWereKept(String sample, String name) throws IOException {
        kept(name + ".txt", Run.of("inspect", Run.samples().resolve(sample)).out());
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled/silent-sensor-after-alert.yaml, Machine, explain-machine",
        "scheduled/indicator-seen-in-any-log.yaml, Host, explain-host",
        "scheduled/silent-sensor-after-alert.yaml, Entity.Type, explain-entity-type",
        "query/invoked-function.csl, Share, explain-share",
    })
    void explanationsAreAsTheyWereKept(String sample, String field, String name) throws IOException {
        kept(
                name + ".txt",
                Run.of("inspect", "--explain", field, Run.samples().resolve(sample))
                        .out());
    }

    private static void kept(String name, String page) throws IOException {
        Path file = Run.root().resolve("cli/src/test/resources/pages").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page);
        }
        assertThat(page).isEqualTo(Files.readString(file));
    }

    @Test
    void noLineOfAPageIsWiderThanItShouldBeButForOneLongWord() {
        Run run = Run.of("inspect", Run.samples().resolve("scheduled"));

        // Diagnostics are not broken: editors and people search them for the file and the message.
        assertThat(run.lines())
                .filteredOn(line -> !line.contains(": ") && !line.contains(" | "))
                .allSatisfy(line -> assertThat(line.substring(0, Math.max(0, line.lastIndexOf(' ')))
                                .stripTrailing())
                        .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aFieldIsFollowedInEveryRuleThatHasIt() {
        Run run = Run.of("inspect", "--explain", "TimeGenerated", Run.samples());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Break-glass account used")
                .contains("table SigninLogs: TimeGenerated")
                .contains("break-glass-account-used.yaml:15:3");
        assertThat(run.err()).contains("rules in");
    }

    @Test
    void aFieldThatNoRuleHasIsWrongUsageAndLikeNamesAreSaid() {
        Run run = Run.of("inspect", "--explain", "useragnt", Run.samples().resolve("nrt"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no rule has a field 'useragnt'; did you mean UserAgent");
    }

    @Test
    void nothingLikeItIsNotGuessed() {
        Run run =
                Run.of("inspect", "--explain", "qqqqqqqqqqqqqqqq", Run.samples().resolve("nrt"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no rule has a field 'qqqqqqqqqqqqqqqq'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format json", "--format jsonl", "--corpus corpus/samples"})
    void explainGoesWithNothingThatAsksForAnotherOutput(String more) {
        String[] words = more.split(" ");
        Run run = Run.of(
                "inspect", "--explain", "X", words[0], words[1], Run.samples().resolve("nrt"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--explain");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aRuleThatDoesNotParseIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("a.kql"), "SigninLogs | where ((");
        Files.writeString(folder.resolve("b.kql"), "SigninLogs | project UserAgent");

        Run run = Run.of("inspect", "--explain", "UserAgent", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("b.kql:1:1").doesNotContain("a.kql");
    }

    @Test
    void deepAndSharedQueriesComeToAnEnd() throws IOException {
        StringBuilder deep = new StringBuilder("SigninLogs\n| extend A0 = UserAgent, A1 = UserAgent\n");
        for (int i = 2; i < 1500; i++) {
            deep.append("| extend A" + i + " = strcat(A" + (i - 1) + ", A" + (i - 2) + ")\n");
        }
        Path query = Files.writeString(folder.resolve("deep.kql"), deep);

        Run explained = Run.of("inspect", "--explain", "A1499", query);
        Run page = Run.of("inspect", query);

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.lines()).hasSizeLessThan(1300);
        assertThat(explained.out()).contains("the tree is too large");
        assertThat(page.out()).contains("A1499").contains("1-1500").doesNotContain("too deeply");
    }

    @Test
    void namesOfARuleCannotDriveTheTerminal() throws IOException {
        Path query = Files.writeString(folder.resolve("a.kql"), "print ['a\u001b[2J'] = 1, b = '\u001b[2J'");

        assertThat(Run.of("inspect", query).out()).doesNotContain("\u001b");
        assertThat(Run.of("inspect", "--explain", "b", query).out()).doesNotContain("\u001b");
        assertThat(Run.of("inspect", "--explain", "c\u001b[2J", query).err()).doesNotContain("\u001b");
    }

    @Test
    void coloursStandOnATerminalOnlyAndChangeNoCharacter() {
        for (List<String> more : List.of(List.<String>of(), List.of("--explain", "IpAddress"))) {
            String plain = coloured(Colors.NEVER, more);
            String painted = coloured(Colors.ALWAYS, more);

            assertThat(plain).doesNotContain("\u001b").isNotEmpty();
            assertThat(painted).contains("\u001b[");
            assertThat(painted.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
        }
    }

    private static String coloured(Colors colors, List<String> more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(OutputStream.nullOutputStream());
        String[] args = new String[2 + more.size()];
        args[0] = "inspect";
        args[1] = SHARES.toString();
        for (int i = 0; i < more.size(); i++) {
            args[2 + i] = more.get(i);
        }
        Main.run(args, new Streams(InputStream.nullInputStream(), out, err, colors, Colors.NEVER, false, false));
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "10, 60", "9999, 400", "0, 100", "'', 100", "-5, 100", "99999999999, 100", "x, 100"})
    void theWidthOfATerminalIsTakenWithinReason(String stated, int width) {
        assertThat(TerminalWidth.of(stated)).isEqualTo(width);
    }

    @ParameterizedTest
    @NullSource
    void aTerminalThatStatesNoWidthIsTakenForAnOrdinaryOne(String nothing) {
        assertThat(TerminalWidth.of(nothing)).isEqualTo(100);
    }

    @Test
    void nearestNamesAreTheMostAlikeFirst() {
        List<String> names = List.of("IPAddress", "Address", "Account", "addresses", "City");

        assertThat(NearestNames.of("Adress", names))
                .startsWith("Address")
                .contains("IPAddress")
                .doesNotContain("City");
        assertThat(NearestNames.of("account", names)).first().isEqualTo("Account");
        assertThat(NearestNames.of("", names)).isEmpty();
        assertThat(NearestNames.of("x".repeat(100_000), names)).isEmpty();
    }
}
