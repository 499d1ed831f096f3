package dev.kqlift.lint;

import dev.kqlift.document.Iso8601Span;
import dev.kqlift.source.Located;
import java.util.Optional;

/** The lengths of time that a rule file states for its runs. */
final class RuleSchedule {
    private RuleSchedule() {}

    /** The window that the service gives to the query, in ticks. */
    static Optional<Long> period(RuleContext context) {
        return ticks(context.subject().document().metadata().queryPeriod());
    }

    /** The time from one run to the next, in ticks. */
    static Optional<Long> frequency(RuleContext context) {
        return ticks(context.subject().document().metadata().queryFrequency());
    }

    private static Optional<Long> ticks(Optional<Located<String>> text) {
        return text.flatMap(written -> Iso8601Span.parse(written.value()))
                .map(duration -> duration.toSeconds() * Moment.TICKS_PER_SECOND);
    }

    /** A length of time in words: {@code 14 days}, {@code 90 minutes}. */
    static String words(long ticks) {
        long minutes = ticks / (60 * Moment.TICKS_PER_SECOND);
        if (minutes % (24 * 60) == 0) {
            return counted(minutes / (24 * 60), "day");
        }
        return minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
