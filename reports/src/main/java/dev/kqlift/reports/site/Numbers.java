package dev.kqlift.reports.site;

import java.util.Locale;

/** Counts as people read them. */
final class Numbers {
    private Numbers() {}

    /** {@code 12,345}. */
    static String text(long number) {
        return number > -1000 && number < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** The number, or nothing for zero. */
    static String some(long number) {
        return number == 0 ? "" : text(number);
    }

    /** {@code 1 rule}, {@code 2 rules}. */
    static String of(long number, String thing) {
        return text(number) + " " + thing + (number == 1 ? "" : "s");
    }
}
