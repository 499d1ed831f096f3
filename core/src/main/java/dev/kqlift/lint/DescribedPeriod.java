package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Located;
import dev.kqlift.types.Value;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in the description that neither the schedule nor the query has. */
@RuleInfo(
        code = "KL253",
        name = "described-period",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class DescribedPeriod implements LintRule, OnBound {
    private static final Pattern LAST = Pattern.compile(
            "(?i)\\b(?:last|past|previous|preceding)\\s+(\\d{1,4})[ -]?(minute|min|hour|hr|day|week)s?\\b");
    private static final long MINUTE = 60 * Moment.TICKS_PER_SECOND;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<Long> period = RuleSchedule.period(context);
        if (period.isEmpty()) {
            context.notChecked("the rule states no `queryPeriod` that can be read");
            return;
        }
        Set<Long> known = lengths(query);
        known.add(period.get());
        RuleSchedule.frequency(context).ifPresent(known::add);
        RuleMetadata metadata = context.subject().document().metadata();
        metadata.name().ifPresent(text -> check(text, known, context));
        metadata.description().ifPresent(text -> check(text, known, context));
    }

    private static void check(Located<String> text, Set<Long> known, RuleContext context) {
        Matcher matcher = LAST.matcher(text.value());
        while (matcher.find()) {
            long ticks = Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
            if (!isMade(ticks, known)) {
                context.reportInFile(
                                text.span(),
                                "the text speaks of the " + matcher.group().toLowerCase(Locale.ROOT)
                                        + ", a length that neither the schedule nor the query has")
                        .help("write the length that the rule has, or give the rule the length that is written");
                return;
            }
        }
    }

    /** A length that the query has, or the difference of two: a baseline of 13 days is 14 without the last one. */
    private static boolean isMade(long ticks, Set<Long> known) {
        return known.stream().anyMatch(one -> one == ticks || known.stream().anyMatch(other -> one - other == ticks));
    }

    private static long unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "minute", "min" -> MINUTE;
            case "hour", "hr" -> 60 * MINUTE;
            case "day" -> 24 * 60 * MINUTE;
            default -> 7 * 24 * 60 * MINUTE;
        };
    }

    private static Set<Long> lengths(BoundQuery query) {
        Set<Long> lengths = new LinkedHashSet<>();
        for (Scalar scalar : QueryScalars.of(query)) {
            Moment.length(scalar).ifPresent(length -> lengths.add(Math.abs(length)));
            Moment.of(scalar).filter(Moment::relative).ifPresent(moment -> lengths.add(Math.abs(moment.ticks())));
        }
        for (Value value : query.constants().values()) {
            if (value instanceof Value.TimeSpan(var ticks)) {
                lengths.add(Math.abs(ticks));
            }
        }
        return lengths;
    }
}
