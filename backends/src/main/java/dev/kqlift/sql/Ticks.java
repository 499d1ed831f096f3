package dev.kqlift.sql;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** KQL's ticks of 100 ns, of which the target keeps whole microseconds. */
final class Ticks {
    static final long PER_MICROSECOND = 10;
    static final long PER_SECOND = 10_000_000;
    static final long PER_MINUTE = 60 * PER_SECOND;
    static final long PER_HOUR = 60 * PER_MINUTE;
    static final long PER_DAY = 24 * PER_HOUR;
    private static final LocalDateTime ORIGIN = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Ticks() {}

    static boolean wholeMicroseconds(long ticks) {
        return ticks % PER_MICROSECOND == 0;
    }

    /** An instant as the target writes it. */
    static String timestamp(long ticks) {
        return timestamp(
                ORIGIN.plusSeconds(Math.floorDiv(ticks, PER_SECOND)).plusNanos(Math.floorMod(ticks, PER_SECOND) * 100));
    }

    static String timestamp(LocalDateTime time) {
        long micros = time.getNano() / 1000;
        String fraction = micros == 0 ? "" : String.format(Locale.ROOT, ".%06d", micros);
        return SECONDS.format(time) + fraction;
    }

    /** A length of time as an interval of the target, in the largest unit that divides it. */
    static String interval(long ticks) {
        // Days are 24 hours here; the target's days are the same without time zones.
        if (ticks % PER_DAY == 0) {
            return "INTERVAL '" + ticks / PER_DAY + " days'";
        }
        if (ticks % PER_HOUR == 0) {
            return "INTERVAL '" + ticks / PER_HOUR + " hours'";
        }
        if (ticks % PER_MINUTE == 0) {
            return "INTERVAL '" + ticks / PER_MINUTE + " minutes'";
        }
        if (ticks % PER_SECOND == 0) {
            return "INTERVAL '" + ticks / PER_SECOND + " seconds'";
        }
        return "INTERVAL '" + ticks / PER_MICROSECOND + " microseconds'";
    }
}
