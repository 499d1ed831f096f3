package dev.kqlift.reports.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.text.Colors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverlapWritersTest {
    private static final List<OverlapRow> ROWS = List.of(
            new OverlapRow("A", IndicatorKind.EQ, false, "=cmd|x", 1, 1),
            new OverlapRow("B", IndicatorKind.IN, true, "say \"hi\", now\nthen", 12, 3));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csvQuotesWhatMustBeQuotedAndChangesNothing() {
        new OverlapCsv(out).write(ROWS);

        assertThat(written())
                .isEqualTo("field,kind,negated,value,rules,files\nA,eq,false,=cmd|x,1,1\n"
                        + "B,in,true,\"say \"\"hi\"\", now\nthen\",12,3\n");
    }

    @Test
    void jsonKeepsTheOrderOfTheKeys() {
        new OverlapJson(out, JsonLayout.LINES).write(ROWS.subList(0, 1));

        assertThat(written())
                .isEqualTo(
                        "{\"field\":\"A\",\"kind\":\"eq\",\"negated\":false,\"value\":\"=cmd|x\",\"rules\":1,\"files\":1}\n");
    }

    @Test
    void textShowsWhatMostRulesLookForFirst() {
        new OverlapText(out, Colors.NEVER).write(ROWS);

        assertThat(written().lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("12")
                                .contains("not in")
                                .contains("now\\nthen"),
                        second -> assertThat(second).contains("=cmd|x"));
    }
}
