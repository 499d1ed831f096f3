package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.time.Duration;
import java.util.Optional;

/** A rule that looks back over days and runs more often than once an hour. */
@RuleInfo(
        code = "KL205",
        name = "long-period-often",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class LongPeriodOften implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            Optional<Located<Duration>> frequency = keys.duration("queryFrequency");
            Optional<Located<Duration>> period = keys.duration("queryPeriod");
            if (frequency.isPresent()
                    && period.isPresent()
                    && period.get().value().compareTo(SentinelLimits.LONG_PERIOD) >= 0
                    && frequency.get().value().compareTo(SentinelLimits.SHORTEST_FREQUENCY_OF_LONG_PERIOD) < 0) {
                report(frequency.get(), period.get(), context);
            }
        });
    }

    private static void report(Located<Duration> frequency, Located<Duration> period, RuleContext context) {
        String limit = DurationWords.of(SentinelLimits.SHORTEST_FREQUENCY_OF_LONG_PERIOD);
        context.reportInFile(
                        frequency.span(),
                        "a rule with a period of " + DurationWords.of(SentinelLimits.LONG_PERIOD)
                                + " or more runs every " + limit + " at most, not every "
                                + DurationWords.of(frequency.value()))
                .help("raise `queryFrequency` to " + limit + ", or shorten `queryPeriod`")
                .labelInFile(period.span(), "the period is " + DurationWords.of(period.value()));
    }
}
