package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

final class TimeFunctionsTest {
    @Test
    void nowIsOneInstant() {
        Expressions.hold("""
                now() => 2024-05-17T10:30:00.0000000Z
                ago(1h) => 2024-05-17T09:30:00.0000000Z
                now() - ago(1d) => 1.00:00:00
                """);
    }

    @Test
    void weeksStartOnSundayButAreCountedAsIsoDoes() {
        Expressions.hold("""
                startofweek(datetime(2024-05-18)) => 2024-05-12T00:00:00.0000000Z
                endofweek(datetime(2024-05-18)) => 2024-05-18T23:59:59.9999999Z
                startofweek(datetime(2024-05-18), -1) => 2024-05-05T00:00:00.0000000Z
                dayofweek(datetime(2024-05-18)) => 6.00:00:00
                week_of_year(datetime(2024-12-30)) => 1
                endofmonth(datetime(2024-02-10)) => 2024-02-29T23:59:59.9999999Z
                startofyear(datetime(2024-02-10), 1) => 2025-01-01T00:00:00.0000000Z
                dayofyear(datetime(2024-12-31)) => 366
                hourofday(datetime(2024-05-17T23:59:00)) => 23
                """);
    }

    @Test
    void differencesCountBounds() {
        Expressions.hold("""
                datetime_diff("year", datetime(2024-01-01), datetime(2023-12-31)) => 1
                datetime_diff("hour", datetime(2024-01-01T10:01), datetime(2024-01-01T09:59)) => 1
                datetime_diff("day", datetime(2024-01-01T23:00), datetime(2024-01-01T01:00)) => 0
                datetime_diff("week", datetime(2024-05-12), datetime(2024-05-11)) => 1.0
                datetime_add("month", 1, datetime(2024-01-31)) => 2024-02-29T00:00:00.0000000Z
                datetime_add("hour", -1, datetime(2024-01-01)) => 2023-12-31T23:00:00.0000000Z
                datetime_part("quarter", datetime(2024-05-17)) => 2
                """);
    }

    @Test
    void binsCountFromTheFirstYear() {
        Expressions.hold("""
                bin(datetime(2024-05-17T10:34:56), 15m) => 2024-05-17T10:30:00.0000000Z
                bin(datetime(2024-05-17), 7d) => 2024-05-13T00:00:00.0000000Z
                bin(-7, 5) => -10
                bin(7.5, 2) => 6.0
                bin(7, 0) => null
                bin_at(datetime(2024-05-17T10:34:56), 1d, datetime(2024-01-01T06:00)) => 2024-05-17T06:00:00.0000000Z
                """);
    }

    @Test
    void formatsTakeTheLongestToken() {
        Expressions.hold("""
                format_datetime(datetime(2024-05-07T15:04:05.678), "yyyy-MM-dd HH:mm:ss.fff") => 2024-05-07 15:04:05.678
                format_datetime(datetime(2024-05-07T15:04:05), "d/M/yy h:m:s tt") => 7/5/24 3:4:5 PM
                format_datetime(datetime(2024-05-07), "ddd") => 077
                format_datetime(datetime(2024-05-07T00:00:00.5), "s.FFF") => 0.5
                format_datetime(datetime(2024-05-07), "Q") => KR002
                format_timespan(1d + 2h + 3m, "d.hh:mm") => 1.02:03
                format_timespan(-90s, "mm:ss") => -01:30
                make_datetime(2024, 13, 1) => null
                make_datetime(2024, 5, 17, 1, 2, 3.5) => 2024-05-17T01:02:03.5000000Z
                make_timespan(1, 30) => 01:30:00
                unixtime_seconds_todatetime(86400) => 1970-01-02T00:00:00.0000000Z
                datetime_utc_to_local(datetime(2024-07-01T12:00), "Europe/Berlin") => 2024-07-01T14:00:00.0000000Z
                datetime_local_to_utc(datetime(2024-03-31T02:30), "Europe/Berlin") => KR002
                """);
    }

    @Test
    void partsOfATickAreRefusedAlsoBetweenConstants() {
        Expressions.hold("""
                4tick / 2 => 00:00:00.0000002
                5tick / 2 => KR001
                1d / 0 => KR001
                datetime_diff("nanosecond", datetime(9999-01-01), datetime(0001-01-02)) => KR002
                bin(-9223372036854775807, 10) => KR002
                """);
    }
}
