package dev.kqlift.execution;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Instants in KQL's ticks of 100 ns since 0001-01-01, and in microseconds since 1970-01-01. */
public final class Instants {
    private static final long TICKS_PER_MICROSECOND = 10;
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long NANOS_PER_TICK = 100;
    private static final long EPOCH = 621_355_968_000_000_000L;
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime BEYOND = LocalDateTime.of(10_000, 1, 1, 0, 0);

    private Instants() {}

    /** Whether KQL has the instant: it lies in the years 1 to 9999. */
    public static boolean inRange(LocalDateTime time) {
        return !time.isBefore(FIRST) && time.isBefore(BEYOND);
    }

    /** Whether nothing of it lies below a tick. */
    public static boolean wholeTicks(LocalDateTime time) {
        return time.getNano() % NANOS_PER_TICK == 0;
    }

    /** The instant in ticks, for one in UTC. */
    public static long ticks(LocalDateTime time) {
        return ChronoUnit.SECONDS.between(FIRST, time) * TICKS_PER_SECOND + time.getNano() / NANOS_PER_TICK;
    }

    /** Whether nothing of it lies below a microsecond. */
    public static boolean wholeMicroseconds(long ticks) {
        return ticks % TICKS_PER_MICROSECOND == 0;
    }

    /** The instant in microseconds since 1970-01-01. */
    public static long epochMicroseconds(long ticks) {
        return (ticks - EPOCH) / TICKS_PER_MICROSECOND;
    }
}
