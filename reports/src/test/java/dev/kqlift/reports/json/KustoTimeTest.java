package dev.kqlift.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KustoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00",
        "600000000, 00:01:00",
        "864000000000, 1.00:00:00",
        "-864000000001, -1.00:00:00.0000001",
        "12345678, 00:00:01.2345678",
        "9223372036854775807, 10675199.02:48:05.4775807",
        "-9223372036854775808, -10675199.02:48:05.4775808"
    })
    void timeSpansArePrintedAsKustoDoes(long ticks, String text) {
        assertThat(KustoTime.timeSpan(ticks)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0001-01-01T00:00:00.0000000Z",
        "621355968000000001, 1970-01-01T00:00:00.0000001Z",
        "638396640000000000, 2024-01-01T00:00:00.0000000Z",
        "3155378975999999999, 9999-12-31T23:59:59.9999999Z"
    })
    void instantsHaveSevenDecimals(long ticks, String text) {
        assertThat(KustoTime.dateTime(ticks)).isEqualTo(text);
    }
}
