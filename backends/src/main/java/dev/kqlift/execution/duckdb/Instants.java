package dev.kqlift.execution.duckdb;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Instants in KQL's ticks of 100 ns since 0001-01-01, and in microseconds since 1970-01-01. */
final class Instants {
    static final long TICKS_PER_MICROSECOND = 10;
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long NANOS_PER_TICK = 100;
    private static final long EPOCH = 621_355_968_000_000_000L;
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime BEYOND = LocalDateTime.of(10_000, 1, 1, 0, 0);

    private Instants() {}

    static boolean inRange(LocalDateTime time) {
        return !time.isBefore(FIRST) && time.isBefore(BEYOND);
    }

    static boolean wholeTicks(LocalDateTime time) {
        return time.getNano() % NANOS_PER_TICK == 0;
    }

    static long ticks(LocalDateTime time) {
        return ChronoUnit.SECONDS.between(FIRST, time) * TICKS_PER_SECOND + time.getNano() / NANOS_PER_TICK;
    }

    static boolean wholeMicroseconds(long ticks) {
        return ticks % TICKS_PER_MICROSECOND == 0;
    }

    static long epochMicroseconds(long ticks) {
        return (ticks - EPOCH) / TICKS_PER_MICROSECOND;
    }
}
