package dev.kqlift.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    @Test
    void wholeNumbersAndTruthValuesArePlain() {
        assertThat(ValueText.of(new Value.Whole(500121, KqlType.LONG))).isEqualTo("500121");
        assertThat(ValueText.of(new Value.Whole(Long.MIN_VALUE, KqlType.LONG))).isEqualTo("-9223372036854775808");
        assertThat(ValueText.of(new Value.Bool(true))).isEqualTo("true");
        assertThat(ValueText.of(new Value.Null(KqlType.INT))).isEqualTo("null");
    }

    @Test
    void realsAreShortestAndReadAsReals() {
        assertThat(ValueText.real(2.5)).isEqualTo("2.5");
        assertThat(ValueText.real(3)).isEqualTo("3.0");
        assertThat(ValueText.real(-10)).isEqualTo("-10.0");
        assertThat(ValueText.real(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(ValueText.real(0.0001)).isEqualTo("0.0001");
        assertThat(ValueText.real(1e-7)).isEqualTo("1E-07");
        assertThat(ValueText.real(15_000_000_000d)).isEqualTo("15000000000.0");
        assertThat(ValueText.real(9.223372036854776e18)).isEqualTo("9.223372036854776E+18");
        assertThat(ValueText.real(-3.0744573456182584e18)).isEqualTo("-3.0744573456182584E+18");
        assertThat(ValueText.real(1e300)).isEqualTo("1E+300");
        assertThat(ValueText.real(0)).isEqualTo("0.0");
        assertThat(ValueText.real(-0.0)).isEqualTo("-0.0");
        assertThat(ValueText.real(Double.MIN_VALUE)).isEqualTo("4.9E-324");
        assertThat(ValueText.real(Double.NaN)).isEqualTo("NaN");
        assertThat(ValueText.real(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void everyRealReadsBackEqual() {
        for (double value : new double[] {Math.PI, 1 / 3d, 123456789012345680d, 1e15, 999999999999999d, 4.35, 1e-5}) {
            assertThat(Double.parseDouble(ValueText.real(value))).isEqualTo(value);
        }
    }

    @Test
    void aDecimalWithAHugeExponentIsNotWrittenOut() {
        assertThat(ValueText.of(new Value.Decimal(new BigDecimal("12.50")))).isEqualTo("12.50");
        assertThat(ValueText.of(new Value.Decimal(new BigDecimal("1E+999999999"))))
                .isEqualTo("1E+999999999");
    }

    @Test
    void instantsHaveSevenDecimalsInUtc() {
        assertThat(ValueText.dateTime(0)).isEqualTo("0001-01-01T00:00:00.0000000Z");
        assertThat(ValueText.dateTime(621_355_968_000_000_000L)).isEqualTo("1970-01-01T00:00:00.0000000Z");
        assertThat(ValueText.dateTime(637_278_255_091_234_567L)).isEqualTo("2020-06-15T13:45:09.1234567Z");
        assertThat(ValueText.dateTime(3_155_378_975_999_999_999L)).isEqualTo("9999-12-31T23:59:59.9999999Z");
    }

    @Test
    void lengthsOfTimeShowDaysAndFractionOnlyWhereThereAreAny() {
        long hour = 36_000_000_000L;
        assertThat(ValueText.timeSpan(0)).isEqualTo("00:00:00");
        assertThat(ValueText.timeSpan(hour / 2)).isEqualTo("00:30:00");
        assertThat(ValueText.timeSpan(14 * 24 * hour)).isEqualTo("14.00:00:00");
        assertThat(ValueText.timeSpan(-26 * hour)).isEqualTo("-1.02:00:00");
        assertThat(ValueText.timeSpan(-hour)).isEqualTo("-01:00:00");
        assertThat(ValueText.timeSpan(10_000)).isEqualTo("00:00:00.0010000");
        assertThat(ValueText.timeSpan(24 * hour + 1)).isEqualTo("1.00:00:00.0000001");
        assertThat(ValueText.timeSpan(Long.MIN_VALUE)).isEqualTo("-10675199.02:48:05.4775808");
    }

    @Test
    void dynamicsAreCompactJsonInTheOrderOfTheSource() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("z", new Value.Whole(1, KqlType.LONG));
        entries.put("a\"b", new Value.Array(List.of(new Value.Text("x\ny"), new Value.Null(KqlType.DYNAMIC))));
        entries.put("t", new Value.TimeSpan(36_000_000_000L));
        entries.put("r", new Value.Real(6));
        assertThat(ValueText.of(new Value.Bag(entries)))
                .isEqualTo("{\"z\":1,\"a\\\"b\":[\"x\\ny\",null],\"t\":\"01:00:00\",\"r\":6.0}");
        assertThat(ValueText.json(new Value.Text("\u0001\\é"))).isEqualTo("\"\\u0001\\\\é\"");
        assertThat(ValueText.json(new Value.Real(Double.NaN))).isEqualTo("\"NaN\"");
    }
}
