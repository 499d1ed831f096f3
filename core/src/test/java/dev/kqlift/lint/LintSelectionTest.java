package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which checks the words of a configuration and a command line stand for. */
final class LintSelectionTest {
    private static final CheckInfo JOIN = LintRules.info("KL612").orElseThrow();
    private static final CheckInfo OFF =
            new CheckInfo("KL699", "off-by-default", LintCategory.MEANING, Severity.NOTE, false, List.of());

    private static LintSelection selection(String yaml) {
        WorkspaceFile file = WorkspaceFile.parse(yaml, TableCatalog.of(List.of()));
        assertThat(file.diagnostics()).isEmpty();
        LintSelection.Outcome outcome = LintSelection.of(file.config().lint(), path -> path);
        assertThat(outcome.diagnostics()).isEmpty();
        return outcome.selection();
    }

    private static List<LintSelector> words(String... words) {
        return Arrays.stream(words)
                .map(word -> LintSelector.of(word).orElseThrow())
                .toList();
    }

    private static boolean runs(LintSelection selection, CheckInfo check, String path) {
        return selection.forFile(path).runs(check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "default",
                "KL",
                "kl6",
                "KL61",
                "KL612",
                "kl612",
                "join-without-kind",
                "meaning",
                "Meaning"
            })
    void eachOfTheseNamesTheCheck(String word) {
        assertThat(runs(LintSelection.DEFAULT.with(words(word), List.of()), JOIN, "a"))
                .isTrue();
        assertThat(runs(LintSelection.DEFAULT.with(List.of(), words(word)), JOIN, "a"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KL7", "KL605", "cost", "KB"})
    void othersDoNot(String word) {
        assertThat(runs(LintSelection.DEFAULT.with(words(word), List.of()), JOIN, "a"))
                .isFalse();
        assertThat(runs(LintSelection.DEFAULT.with(List.of(), words(word)), JOIN, "a"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KL6999", "KL99", "K", "", "joinwithoutkind", "KX005", "KD020"})
    void whatNamesNoCheckIsRefused(String word) {
        assertThat(LintSelector.of(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KL6,false", "meaning,false", "default,false", "KL699,true", "off-by-default,true", "all,true"})
    void whatIsOffByDefaultRunsWhereItIsNamedAlone(String word, boolean expected) {
        LintSelector selector = new LintSelector(word);
        assertThat(runs(LintSelection.DEFAULT.with(List.of(selector), List.of()), OFF, "a"))
                .isEqualTo(expected);
    }

    @Test
    void theCloserWordCounts() {
        assertThat(runs(LintSelection.DEFAULT.with(words("KL612"), words("KL6")), JOIN, "a"))
                .isTrue();
        assertThat(runs(LintSelection.DEFAULT.with(words("KL6"), words("KL612")), JOIN, "a"))
                .isFalse();
        assertThat(runs(LintSelection.DEFAULT.with(words("KL612"), words("KL612")), JOIN, "a"))
                .isFalse();
    }

    @Test
    void aCommandLineTakesThePlaceOfTheConfigurationsChoice() {
        LintSelection selection = selection("lint: {select: [cost], ignore: [KL612]}");
        assertThat(runs(selection, JOIN, "a")).isFalse();
        assertThat(runs(selection.with(words("KL612"), List.of()), JOIN, "a")).isTrue();
        assertThat(runs(selection("lint: {select: [KL612]}").with(List.of(), words("KL6")), JOIN, "a"))
                .as("the configuration names it more closely")
                .isTrue();
    }

    @Test
    void overridesHoldForTheirPathsWhateverTheCommandLineSelects() {
        LintSelection selection = selection("""
                lint:
                  overrides:
                    - paths: [hunting/**]
                      ignore: [KL612]
                    - paths: ["*.csl"]
                      severity: {KL612: note}
                """);
        assertThat(runs(selection, JOIN, "hunting/a/b.yaml")).isFalse();
        assertThat(runs(selection.with(words("KL612"), List.of()), JOIN, "hunting/b.yaml"))
                .isFalse();
        assertThat(runs(selection, JOIN, "other/hunting.yaml")).isTrue();
        assertThat(selection.forFile("x/y.csl").severity(JOIN)).contains(Severity.NOTE);
        assertThat(selection.forFile("x/y.kql").severity(JOIN)).isEmpty();
    }

    @Test
    void theCloserSeverityCountsAndOfEquallyCloseOnesTheLast() {
        LintSelection selection = selection("lint: {severity: {KL612: error, KL6: note}}");
        assertThat(selection.forFile("a").severity(JOIN)).contains(Severity.ERROR);
        assertThat(selection("lint: {severity: {all: error, default: note}}")
                        .forFile("a")
                        .severity(JOIN))
                .contains(Severity.NOTE);
    }

    @Test
    void anUnknownWordIsToldAtItsPlaceWithTheNearestOne() {
        WorkspaceFile file = WorkspaceFile.parse(
                "lint:\n  select: [KL613x]\n  ignore: [costs]\n  severity: {KL999: note}\n"
                        + "  overrides:\n    - {paths: [a], ignore: [nothing-like-it]}\n",
                TableCatalog.of(List.of()));
        assertThat(LintSelection.of(file.config().lint(), path -> path).diagnostics())
                .extracting(Diagnostic::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("there is no check `KL613x`; did you mean `KL"),
                        message -> assertThat(message).isEqualTo("there is no check `costs`; did you mean `cost`?"),
                        message -> assertThat(message).startsWith("there is no check `KL999`; "),
                        message -> assertThat(message).startsWith("there is no check `nothing-like-it`"));
    }

    @Test
    void whatHindersOtherChecksIsReportedWhateverIsSelected() {
        LintSelection only = LintSelection.only("KL612");
        CheckInfo syntax = CheckInfo.of(DiagnosticCode.KS003);
        assertThat(only.forFile("a").reports(syntax)).isTrue();
        assertThat(only.with(List.of(), words("KS")).forFile("a").reports(syntax))
                .isTrue();
        assertThat(only.with(List.of(), words("KS003")).forFile("a").reports(syntax))
                .isFalse();
        assertThat(only.forFile("a").reports(CheckInfo.of(DiagnosticCode.KB002)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "hunting/**,hunting/a.yaml,true",
        "hunting,hunting/a.yaml,true",
        "hunting/,x/hunting/a.yaml,true",
        "hunting/*,hunting/a.yaml,true",
        "hunting/*,x/hunting/a.yaml,false",
        "**/hunting/*.kql,hunting/a.kql,true",
        "**/hunting/*.kql,a/b/hunting/a.kql,true",
        "*.csl,a/b.csl,true",
        "*.csl,a/b.cslx,false",
        "a?.kql,ab.kql,true",
        "a.b.kql,aXb.kql,false",
        "./a/b.kql,a/b.kql,true"
    })
    void patternsOfPaths(String pattern, String path, boolean expected) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(expected);
    }
}
