package dev.kqlift.lint;

import java.time.Duration;

/** Lengths of time in words: {@code 14 days}. */
final class DurationWords {
    private DurationWords() {}

    /** The length in its largest unit that it is a whole number of. */
    static String of(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes > 0 && minutes % (24 * 60) == 0) {
            return count(minutes / (24 * 60), "day");
        }
        if (minutes > 0 && minutes % 60 == 0) {
            return count(minutes / 60, "hour");
        }
        return duration.toSeconds() % 60 == 0 ? count(minutes, "minute") : count(duration.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
