package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.time.Duration;
import java.util.Optional;

/** A rule whose window ends where the next begins, so that what arrives late is in none. */
@RuleInfo(
        code = "KL218",
        name = "no-ingestion-delay",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class NoIngestionDelay implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            Optional<Located<Duration>> frequency = keys.duration("queryFrequency");
            Optional<Located<Duration>> period = keys.duration("queryPeriod");
            if (frequency.isPresent()
                    && period.isPresent()
                    && frequency.get().value().equals(period.get().value())) {
                context.reportInFile(
                                period.get().span(),
                                "events that arrive more than "
                                        + DurationWords.of(SentinelLimits.RUN_DELAY)
                                        + " late are in the window of no run")
                        .help("lengthen `queryPeriod` by the delay and filter by `ingestion_time()`");
            }
        });
    }
}
