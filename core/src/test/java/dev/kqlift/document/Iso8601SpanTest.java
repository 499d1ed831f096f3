package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class Iso8601SpanTest {
    @Test
    void aNumberAndAUnit() {
        assertThat(Iso8601Span.parse("5m")).contains(Duration.ofMinutes(5));
        assertThat(Iso8601Span.parse("1h")).contains(Duration.ofHours(1));
        assertThat(Iso8601Span.parse("14d")).contains(Duration.ofDays(14));
        assertThat(Iso8601Span.parse("0m")).contains(Duration.ZERO);
    }

    @Test
    void theStandardsWay() {
        assertThat(Iso8601Span.parse("PT5M")).contains(Duration.ofMinutes(5));
        assertThat(Iso8601Span.parse("P14D")).contains(Duration.ofDays(14));
        assertThat(Iso8601Span.parse("P1DT2H")).contains(Duration.ofHours(26));
        assertThat(Iso8601Span.parse("PT1H30M15S")).contains(Duration.ofSeconds(5415));
    }

    @Test
    void theClocksWay() {
        assertThat(Iso8601Span.parse("00:05:00")).contains(Duration.ofMinutes(5));
        assertThat(Iso8601Span.parse("1.02:00:00")).contains(Duration.ofHours(26));
        assertThat(Iso8601Span.parse("05:00")).contains(Duration.ofHours(5));
    }

    @Test
    void whatTheServiceRefusesIsNoLength() {
        for (String text : new String[] {
            "",
            " ",
            "5",
            "5M",
            "1H",
            "5 m",
            "5m ",
            "-5m",
            "m",
            "1w",
            "P",
            "PT",
            "P1DT",
            "PT5",
            "P1M",
            "P1Y",
            "P1W",
            "pt5m",
            "PT1M2H",
            "24:00:00",
            "1h30m",
            "99999999999d",
            "５m"
        }) {
            assertThat(Iso8601Span.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void theLongestNumbersDoNotOverflow() {
        assertThat(Iso8601Span.parse("P999999999DT999999999H999999999M999999999S"))
                .isPresent();
    }
}
