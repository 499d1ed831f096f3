package dev.kqlift.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WrappedTest {
    @Test
    void linesAreBrokenAtSpaces() {
        assertThat(Wrapped.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrapped.lines("one two three", 13)).containsExactly("one two three");
        assertThat(Wrapped.lines("", 5)).containsExactly("");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(Wrapped.lines("a " + "x".repeat(20) + " b", 5)).containsExactly("a", "x".repeat(20), "b");
    }

    @Test
    void charactersOfTwoUnitsCountOnce() {
        assertThat(Wrapped.lines("😀😀 😀😀", 5)).hasSize(1);
    }

    @Test
    void nothingIsLost() {
        String text = "strcat(a, \"  two  spaces \", b)";
        assertThat(String.join("", Wrapped.lines(text, 6)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void theWidestColumnOfATableGivesWay() {
        TextTable table = new TextTable("", List.of(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.RIGHT));
        table.row(List.of("first", "some words that are many and go on", "9"));
        table.row(List.of("second", "few", "10"));
        StringBuilder out = new StringBuilder();
        table.appendTo(out, 32, 1);

        assertThat(out).hasToString("""
                        first   some words that are    9
                                many and go on
                        second  few                   10
                        """);
    }

    @Test
    void aTableThatCannotGetNarrowerStaysWide() {
        TextTable table = new TextTable("", List.of(TextTable.Align.LEFT, TextTable.Align.LEFT));
        table.row(List.of("x".repeat(90), "a b"));
        table.row(List.of("y z", "z".repeat(90)));
        StringBuilder out = new StringBuilder();
        table.appendTo(out, 40, 0, 1);

        assertThat(out.toString().lines()).hasSize(2).first().asString().startsWith("x".repeat(90) + "  a b");
    }
}
