package dev.kqlift.document;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which rules write a length of time: {@code 5m}, {@code 1h}, {@code 14d} in YAML rules, {@code PT5M}, {@code
 * P1DT2H} of ISO 8601 in templates, {@code 1.02:00:00} as .NET prints it.
 */
public final class Iso8601Span {
    /*
     * Units are small letters alone: the service refuses 5M. Nine digits keep a number below what a duration can hold.
     */
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([mhd])");

    /** Years, months and weeks are no part of it: their length depends, or the service does not know them. */
    private static final Pattern ISO = Pattern.compile(
            "P(?=\\d|T\\d)(?:(\\d{1,9})D)?(?:T(?=\\d)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.\\d{1,7})?S)?)?");

    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,8})\\.)?([01]?\\d|2[0-3]):([0-5]?\\d)(?::([0-5]?\\d)(?:\\.\\d{1,7})?)?");

    private Iso8601Span() {}

    /**
     * The length that a text states, to the second. Empty for what is malformed, negative, or a number without a unit, which
     * some readers take for days.
     */
    public static Optional<Duration> parse(String text) {
        Matcher unit = SHORT.matcher(text);
        if (unit.matches()) {
            return Optional.of(ofUnit(Long.parseLong(unit.group(1)), unit.group(2)));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(ofParts(iso));
        }
        Matcher clock = CLOCK.matcher(text);
        return clock.matches() ? Optional.of(ofParts(clock)) : Optional.empty();
    }

    private static Duration ofUnit(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** Days, hours, minutes and seconds, in groups of that order. */
    private static Duration ofParts(Matcher parts) {
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4));
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
