package dev.kqlift.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ResultTextTest {
    private static final String LONG_TEXT = "a text that goes on for much longer than there is room for it on the line";

    @Test
    void elsewhereThanOnATerminalNothingIsCut() {
        assertThat(text(OptionalInt.empty(), table(List.of("Name", "Empty"), List.of(LONG_TEXT, ""))))
                .isEqualTo("""
                        Name                                                                       Empty
                        string                                                                     string
                        %s
                        1 row
                        """.formatted(LONG_TEXT));
    }

    @Test
    void whatFitsStandsThereWithItsEmptyColumns() {
        assertThat(text(OptionalInt.of(40), table(List.of("Name", "Empty"), List.of("ada", ""))))
                .isEqualTo("""
                        Name    Empty
                        string  string
                        ada
                        1 row
                        """);
    }

    @Test
    void longTextsAreCutAndEmptyColumnsLeftOutWithACount() {
        assertThat(text(OptionalInt.of(40), table(List.of("Name", "Empty", "City"), List.of(LONG_TEXT, "", "Kyiv"))))
                .isEqualTo("""
                        Name                              City
                        string                            string
                        a text that goes on for much lo…  Kyiv
                        1 row; 1 column without values left out, texts that end in … are cut (--format json or csv gives all)
                        """);
    }

    @Test
    void rowsWithTooManyColumnsBecomeBlocks() {
        assertThat(text(
                        OptionalInt.of(40),
                        table(
                                List.of("One", "Two", "Three", "Number4"),
                                List.of(LONG_TEXT, LONG_TEXT, LONG_TEXT, "x"),
                                List.of("", "b", "", ""))))
                .isEqualTo("""
                        row 1
                        One      a text that goes on for much l…
                        Two      a text that goes on for much l…
                        Three    a text that goes on for much l…
                        Number4  x
                        row 2
                        Two      b
                        2 rows; texts that end in … are cut (--format json or csv gives all)
                        """);
    }

    @Test
    void rowsBeyondANumberAreCounted() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            rows.add(List.of("x"));
        }
        @SuppressWarnings("unchecked")
        String text = text(OptionalInt.of(80), table(List.of("Name"), rows.toArray(List[]::new)));

        assertThat(text.lines()).hasSize(2 + ResultText.MOST_ROWS + 1);
        assertThat(text).endsWith("250 rows; the first 100 are shown (--format json or csv gives all)\n");
    }

    @Test
    void controlCharactersAreMadeVisibleAndCodePointsStayWhole() {
        String hostile = "\u001b[31m" + "\uD83D\uDE00".repeat(40);

        String text = text(OptionalInt.of(30), table(List.of("Name"), List.of(hostile)));

        assertThat(text).doesNotContain("\u001b").contains("\\u001b[31m");
        assertThat(text.codePoints().filter(point -> point >= 0xd800 && point <= 0xdfff))
                .isEmpty();
    }

    @Test
    void anEmptyResultKeepsItsColumns() {
        assertThat(text(OptionalInt.of(80), table(List.of("Name")))).isEqualTo("""
                        Name
                        string
                        0 rows
                        """);
    }

    @SafeVarargs
    private static EvaluationResult.Rows table(List<String> names, List<String>... rows) {
        List<List<Value>> values = new ArrayList<>();
        for (List<String> row : rows) {
            values.add(row.stream().<Value>map(Value.Text::new).toList());
        }
        return new EvaluationResult.Rows(
                names.stream()
                        .map(name -> new TableSchema.ColumnSchema(name, KqlType.STRING))
                        .toList(),
                values);
    }

    private static String text(OptionalInt width, EvaluationResult.Rows rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ResultText(out, Colors.NEVER, width).write(rows);
        return out.toString(StandardCharsets.UTF_8);
    }
}
