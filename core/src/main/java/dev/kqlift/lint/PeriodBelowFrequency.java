package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.time.Duration;
import java.util.Optional;

/** A rule that looks back over less time than passes between its runs. */
@RuleInfo(
        code = "KL204",
        name = "period-below-frequency",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class PeriodBelowFrequency implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            Optional<Located<Duration>> frequency = keys.duration("queryFrequency");
            Optional<Located<Duration>> period = keys.duration("queryPeriod");
            if (frequency.isPresent()
                    && period.isPresent()
                    && period.get().value().compareTo(frequency.get().value()) < 0) {
                String between = DurationWords.of(frequency.get().value());
                String window = DurationWords.of(period.get().value());
                context.reportInFile(
                                period.get().span(),
                                "each run looks back over " + window + " and the next comes after " + between
                                        + ": events in between are never seen")
                        .help("make `queryPeriod` at least as long as `queryFrequency`")
                        .labelInFile(frequency.get().span(), "the rule runs every " + between);
            }
        });
    }
}
