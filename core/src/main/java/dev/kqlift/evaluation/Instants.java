package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;

/** The range of instants: the years 1 to 9999. */
final class Instants {
    static final long TICKS_PER_MILLISECOND = 10_000L;
    static final long TICKS_PER_SECOND = 10_000_000L;
    static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
    static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
    static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;
    /** 9999-12-31T23:59:59.9999999Z. */
    static final long LAST = 3_155_378_975_999_999_999L;
    /** 1970-01-01. */
    static final long UNIX_EPOCH = 621_355_968_000_000_000L;

    private Instants() {}

    /** The instant; null where it leaves the range. */
    static Value of(long ticks) {
        return ticks < 0 || ticks > LAST ? new Value.Null(KqlType.DATETIME) : new Value.DateTime(ticks);
    }
}
