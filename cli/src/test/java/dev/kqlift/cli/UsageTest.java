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
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate x",
                "inspect",
                "inspect --nope x",
                "inspect x --format",
                "inspect x --format xml",
                "inspect --verbose=yes x",
                "transpile x",
                "transpile x --to cobol",
                "transpile x --to ,",
                "transpile x --to duckdb --accept perfect",
                "transpile x --to duckdb --accept unsupported",
                "transpile x --to duckdb --accept wider --strict",
                "transpile x --to duckdb,,esql",
                "transpile x --to",
                "transpile x --strict",
                "inspect x --format --verbose",
                "overlap --format text",
                "help frobnicate",
                "--format text inspect x",
                "explain",
                "explain KX005 KX006",
                "explain QQ999",
                "run",
                "run print x --data T",
                "run print --engine spark",
                "run print --engine duckdb --trace",
                "run print --engine duckdb --stage 1",
                "test",
                "test x --format html"
            })
    void wrongUsageIsToldAndExitsWithTwo(String line) {
        Run run = Run.of((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception").doesNotContain("null");
    }

    @Test
    void whatMayHaveBeenMeantIsSaid() {
        assertThat(Run.of("inspect", "--formt", "json", "x").err())
                .contains("'--formt'")
                .contains("Possible solutions: --format")
                .contains("kqlift inspect --help");
        assertThat(Run.of("inspct", "x").err()).contains("'inspct'").contains("Did you mean: kqlift inspect");
        assertThat(Run.of("transpile", "x", "--to", "cobol").err()).contains("'cobol' is not duckdb, esql or sigma");
    }

    @Test
    void argumentsThatDriveATerminalAreShownAndNotObeyed() {
        assertThat(Run.of("inspect", "--\u001b[2J", "x").err())
                .contains("\\u001b[2J")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "lint", "overlap", "transpile", "report", "diff", "run", "test", "explain"})
    void helpOfEachCommandHasExamplesAndNeedsNoOperand(String verb) {
        Run run = Run.of(verb, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: kqlift " + verb + " ").contains("Examples:\n  kqlift " + verb);
        assertThat(run.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(Run.of("--help").out()).contains(Verbs.names()).contains("Examples:");
        assertThat(Run.of("help")).isEqualTo(Run.of("--help")).isEqualTo(Run.of("-h"));
        assertThat(Run.of().err()).isEqualTo(Run.of("--help").out());
    }

    @Test
    void helpOfACommandIsTheSameHoweverItIsAsked() {
        assertThat(Run.of("help", "transpile"))
                .isEqualTo(Run.of("transpile", "-h"))
                .isEqualTo(Run.of("transpile", "x", "--to", "duckdb", "--help"));
        assertThat(Run.of("transpile", "--help").out()).contains("The targets: duckdb, esql or sigma.");
    }

    @Test
    void helpIsColouredOnATerminalOnly() {
        assertThat(help(Colors.ALWAYS)).contains("\u001b[");
        assertThat(help(Colors.NEVER)).doesNotContain("\u001b").isNotEmpty();
    }

    private static String help(Colors colors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(OutputStream.nullOutputStream());
        Main.run(
                new String[] {"inspect", "--help"},
                new Streams(InputStream.nullInputStream(), out, err, colors, Colors.NEVER, false, false));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void versionBeginsWithTheProgramsOwn() {
        assertThat(Run.of("--version").lines().getFirst()).matches("kqlift \\d+\\.\\d+\\.\\d+");
        assertThat(Run.of("--version").out())
                .contains("\ntable schemas ")
                .contains("\nATT&CK 19.1 ")
                .contains("\nECS 9.5 ");
    }

    @Test
    void explainTakesCodesInAnyCase() {
        assertThat(Run.of("explain", "kx005")).isEqualTo(Run.of("explain", "KX005"));
        assertThat(Run.of("explain", "KX005").out()).startsWith("KX005  ").contains("severity: error");
    }

    @Test
    void valuesMayBeAttachedToTheirOptions() throws IOException {
        Path query = Files.writeString(folder.resolve("a.kql"), "SecurityEvent\n| where EventID == 4625\n");

        assertThat(Run.of("inspect", "--format=jsonl", query)).isEqualTo(Run.of("inspect", query, "--format", "jsonl"));
        Run.of("transpile", query, "--to", "duckdb", "-o" + folder.resolve("out"));
        assertThat(folder.resolve("out/duckdb")).exists();
    }

    @Test
    void listsOfWordsAddUpAndOfAnythingElseTheLastValueCounts() throws IOException {
        Path query = Files.writeString(folder.resolve("a.kql"), "T | take 1\n");

        assertThat(Run.of(
                        "transpile",
                        query,
                        "--to",
                        "duckdb",
                        "--format",
                        "text",
                        "--to",
                        "ESQL,duckdb",
                        "--format",
                        "jsonl"))
                .isEqualTo(Run.of("transpile", query, "--to", "duckdb,esql", "--format", "jsonl"));
    }

    @Test
    void aPathMayBeginWithAnAtSign() {
        assertThat(Run.of("inspect", "@nothing").err()).contains("@nothing:1:1: error KD001");
    }

    @Test
    void aDashedNameCanFollowTwoDashes() {
        assertThat(Run.of("inspect", "--", "--nope").err()).contains("--nope").doesNotContain("option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "overlap"})
    void aPathThatDoesNotExistExitsWithTwo(String verb) {
        Run run = Run.of(verb, folder.resolve("missing.yaml"), "--format", "jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("missing.yaml:1:1: error KD001");
    }

    @Test
    void anEmptyFolderIsNoErrorButIsSaid() {
        for (List<String> more : List.of(
                List.of("inspect"), List.of("lint"), List.of("overlap"), List.of("transpile", "--to", "duckdb"))) {
            Object[] args = new Object[more.size() + 1];
            for (int i = 0; i < more.size(); i++) {
                args[i] = more.get(i);
            }
            args[more.size()] = folder;
            Run run = Run.of(args);
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).contains("no rules found");
        }
    }

    @Test
    void anEmptyFolderIsAnEmptyArray() {
        assertThat(Run.of("inspect", folder, "--format", "json").out()).isEqualTo("[]\n");
        assertThat(Run.of("inspect", folder, "--format", "jsonl").out()).isEmpty();
    }

    @Test
    void aNamedFileThatIsNoRuleIsAnErrorAndInAFolderIsPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertThat(Run.of("inspect", file).exitCode()).isEqualTo(2);
        assertThat(Run.of("inspect", file).err()).contains("KD014");
        assertThat(Run.of("inspect", folder).exitCode()).isZero();
        assertThat(Run.of("inspect", folder).err()).doesNotContain("notes.txt");
        assertThat(Run.of("inspect", folder, "--verbose").err()).contains("notes.txt: passed over: ");
    }

    @Test
    void aBrokenSchemaFileExitsWithTwoAndNamesThePlace() throws IOException {
        Path query = Files.writeString(folder.resolve("a.kql"), "T");
        Path schema = Files.writeString(folder.resolve("schema.json"), "{\"T\": ");

        Run run = Run.of("inspect", query, "--schema", schema);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("schema.json:1:").contains("KD011");
    }
}
