package dev.kqlift.corpus.diff;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as rules ({@code 1h}) and templates ({@code PT1H}) write them. */
final class WrittenDuration {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([dhms])");

    private WrittenDuration() {}

    /** True for two texts that state the same length, or are the same. */
    static boolean equal(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<Duration> length = read(one);
        return length.isPresent() && length.equals(read(other));
    }

    private static Optional<Duration> read(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "d" -> Duration.ofDays(number);
                        case "h" -> Duration.ofHours(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofSeconds(number);
                    });
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
