package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Periods of series: told where nothing speaks for another one. */
final class SeriesPeriodsTest {
    /** A wave of five items, eight times. */
    private static final String WAVE = "let w = array_concat(dynamic([1,4,9,4,1,1,4,9,4,1,1,4,9,4,1,1,4,9,4,1]),"
            + " dynamic([1,4,9,4,1,1,4,9,4,1,1,4,9,4,1,1,4,9,4,1]));";

    private static void gives(String query, String... lines) {
        assertThat(Answers.of(query)).as(query).containsExactly(lines);
    }

    @Test
    void theSeasonIsTheMedianOfEachPlaceOfThePeriod() {
        gives("print s = series_seasonal(dynamic([1,10,3,20,2,90]), 2)", "s:dynamic", "[2.0,20.0,2.0,20.0,2.0,20.0]");
        gives("print s = series_seasonal(dynamic([1,2,3,4,9]), 2)", "s:dynamic", "[3.0,3.0,3.0,3.0,3.0]");
        gives("print s = series_seasonal(dynamic([1,2]), 0)", "KR002");
    }

    @Test
    void aSeasonWithoutAPeriodIsZero() {
        gives(
                "print s = series_seasonal(dynamic([7,7,7,7,7,7,7,7]))",
                "s:dynamic",
                "[0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0]");
        gives("print s = series_seasonal(dynamic([1,5,2,9]))", "s:dynamic", "[0.0,0.0,0.0,0.0]");
    }

    @Test
    void aPeriodIsFoundWhereCorrelationAndSpectrumAgree() {
        gives(WAVE + "print p = series_periods_detect(w, 0.0, 20.0, 1)", "p:dynamic", "[5.0]");
        gives(WAVE + "print array_slice(series_seasonal(w), 0, 4)", "print_0:dynamic", "[1.0,4.0,9.0,4.0,1.0]");
        gives(
                WAVE + "print w | project series_periods_validate(w, 5.0, 3.0, 30.0)"
                        + " | project series_periods_validate_w_scores",
                "series_periods_validate_w_scores:dynamic",
                "[1.0,0.0,0.0]");
        gives("print p = series_periods_detect(dynamic([1,9,2,8,3,7,4,6,5,5,1,2]), 0.0, 6.0, 1)", "KR002");
    }
}
