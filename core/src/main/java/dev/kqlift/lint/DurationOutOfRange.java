package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.time.Duration;

/** A frequency or a period that is shorter or longer than the service allows. */
@RuleInfo(
        code = "KL203",
        name = "duration-out-of-range",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class DurationOutOfRange implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            keys.duration("queryFrequency")
                    .ifPresent(frequency -> check(
                            "queryFrequency",
                            frequency,
                            SentinelLimits.SHORTEST_FREQUENCY,
                            SentinelLimits.LONGEST_FREQUENCY,
                            context));
            keys.duration("queryPeriod")
                    .ifPresent(period -> check(
                            "queryPeriod",
                            period,
                            SentinelLimits.SHORTEST_PERIOD,
                            SentinelLimits.LONGEST_PERIOD,
                            context));
        });
    }

    private static void check(
            String key, Located<Duration> found, Duration shortest, Duration longest, RuleContext context) {
        if (found.value().compareTo(shortest) < 0 || found.value().compareTo(longest) > 0) {
            context.reportInFile(
                            found.span(),
                            "`" + key + "` is " + DurationWords.of(found.value()) + "; the service takes "
                                    + DurationWords.of(shortest) + " to " + DurationWords.of(longest))
                    .help("choose a length in that range");
        }
    }
}
