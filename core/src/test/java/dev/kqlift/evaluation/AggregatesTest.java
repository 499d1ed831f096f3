package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AggregatesTest {
    private static String of(String type, String values, String aggregates) {
        return Expressions.ofQuery("datatable(x:" + type + ")[" + values + "] | summarize " + aggregates);
    }

    @Test
    void nullsAreLeftOut() {
        assertThat(of("long", "1, long(null), 4", "sum(x), avg(x), min(x), max(x), count(), count(x), dcount(x)"))
                .isEqualTo("5 2.5 1 4 3 3 2");
        assertThat(of("long", "1, long(null)", "make_list(x), make_list_with_nulls(x), make_set(x)"))
                .isEqualTo("[1] [1,null] [1]");
    }

    @Test
    void overNoRowsThereIsOneRow() {
        assertThat(of("long", "", "count(), sum(x), avg(x), min(x), make_list(x), stdev(x), percentile(x, 50)"))
                .isEqualTo("0 0 NaN null [] 0.0 null");
        assertThat(of("long", "", "count() by x")).isEmpty();
    }

    @Test
    void wholeNumbersWrapInSumsAndAverages() {
        assertThat(of("long", "9223372036854775807, 1", "sum(x), avg(x)"))
                .isEqualTo("-9223372036854775808 -4.611686018427388E+18");
    }

    @Test
    void variancesAreRoundedToTenDecimals() {
        assertThat(of("real", "1.0, 2.0, 4.0", "variance(x), variancep(x), stdev(x)"))
                .isEqualTo("2.3333333333 1.5555555556 1.527525231641036");
        assertThat(of("real", "5.0", "variance(x), stdev(x)")).isEqualTo("0.0 0.0");
    }

    @Test
    void conditionsChooseRows() {
        assertThat(of("long", "1, 2, 3", "sumif(x, x > 1), countif(x > 1), avgif(x, false), maxif(x, x < 3)"))
                .isEqualTo("5 2 NaN 2");
        assertThat(of("long", "1, 2, 3", "make_set_if(x, x != 2), dcountif(x, x > 1)"))
                .isEqualTo("[1,3] 2");
    }

    @Test
    void percentilesAreNearestRanks() {
        assertThat(of("long", "10, 20, 30, 40", "percentile(x, 50), percentile(x, 51), percentile(x, 0)"))
                .isEqualTo("20 30 10");
        assertThat(Expressions.ofQuery(
                        "datatable(x:long, w:long)[1,9, 2,1] | summarize percentilew(x, w, 90), percentilew(x, w, 91)"))
                .isEqualTo("1 2");
    }

    @Test
    void arraysAreTakenApartInLists() {
        assertThat(of("dynamic", "dynamic([1,2]), dynamic({\"a\":1}), dynamic(null)", "make_list(x)"))
                .isEqualTo("[1,2,{\"a\":1},null]");
        assertThat(of("decimal", "decimal(1.5)", "make_list(x)")).isEqualTo("[\"1.5\"]");
        assertThat(of("dynamic", "dynamic({\"a\":1}), dynamic({\"b\":2}), dynamic(3)", "make_bag(x)"))
                .isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void whatMayBeAnyValueIsRefused() {
        assertThat(of("dynamic", "dynamic({\"a\":1}), dynamic({\"a\":2})", "make_bag(x)"))
                .isEqualTo("KR002");
        assertThat(of("real", "real(nan), 1.0", "max(x)")).isEqualTo("KR002");
        assertThat(of("bool", "true", "count(x)")).isEqualTo("KR002");
        assertThat(of("long", "1", "hll(x)")).isEqualTo("KR002");
    }

    @Test
    void sketchesCountExactly() {
        assertThat(Expressions.ofQuery("datatable(x:long)[1, 2, 2] | summarize h = hll(x) | project dcount_hll(h)"))
                .isEqualTo("2");
    }

    @Test
    void anyPrefersWhatIsNotEmpty() {
        assertThat(of("string", "\"\", \"a\"", "take_any(x)")).isEqualTo("a");
    }
}
