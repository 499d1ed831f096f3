package dev.kqlift.reports.json;

import java.time.LocalDate;

/** Instants and lengths of time as Kusto prints them. */
public final class KustoTime {
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long TICKS_PER_DAY = 86_400 * TICKS_PER_SECOND;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();

    private KustoTime() {}

    /** ISO 8601 in UTC with seven decimals and {@code Z}. */
    public static String dateTime(long ticks) {
        StringBuilder out = new StringBuilder(28);
        LocalDate day = LocalDate.ofEpochDay(FIRST_DAY + Math.floorDiv(ticks, TICKS_PER_DAY));
        digits(out, day.getYear(), 4);
        digits(out.append('-'), day.getMonthValue(), 2);
        digits(out.append('-'), day.getDayOfMonth(), 2);
        long rest = Math.floorMod(ticks, TICKS_PER_DAY);
        clock(out.append('T'), rest);
        digits(out.append('.'), rest % TICKS_PER_SECOND, 7);
        return out.append('Z').toString();
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}. */
    public static String timeSpan(long ticks) {
        StringBuilder out = new StringBuilder(24);
        if (ticks < 0) {
            out.append('-');
        }
        // The smallest long has no opposite; dividing first keeps every step in range.
        long days = Math.abs(ticks / TICKS_PER_DAY);
        long rest = Math.abs(ticks % TICKS_PER_DAY);
        if (days != 0) {
            out.append(days).append('.');
        }
        clock(out, rest);
        if (rest % TICKS_PER_SECOND != 0) {
            digits(out.append('.'), rest % TICKS_PER_SECOND, 7);
        }
        return out.toString();
    }

    private static void clock(StringBuilder out, long ticks) {
        long seconds = ticks / TICKS_PER_SECOND;
        digits(out, seconds / 3600, 2);
        digits(out.append(':'), seconds / 60 % 60, 2);
        digits(out.append(':'), seconds % 60, 2);
    }

    private static void digits(StringBuilder out, long number, int width) {
        String text = Long.toString(number);
        out.repeat('0', Math.max(0, width - text.length())).append(text);
    }
}
