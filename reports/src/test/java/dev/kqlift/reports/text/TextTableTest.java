package dev.kqlift.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.reports.text.TextTable.Align;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void columnsAreAlignedByCodePointsAndColoursDoNotCount() {
        TextTable table = new TextTable(" ", List.of(Align.LEFT, Align.RIGHT, Align.LEFT));
        table.row(List.of("name", "n", "x"), Colors.ALWAYS::bold);
        table.row(List.of("\ud83d\ude00", "100", ""));
        StringBuilder out = new StringBuilder();
        table.appendTo(out);

        assertThat(out.toString().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(" name    n  x\n \ud83d\ude00     100\n");
    }
}
