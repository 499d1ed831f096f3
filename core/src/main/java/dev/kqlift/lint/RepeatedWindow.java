package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule whose runs look at the same events several times. */
@RuleInfo(
        code = "KL217",
        name = "repeated-window",
        category = LintCategory.SCHEDULE,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class RepeatedWindow implements LintRule, OnDocument {
    private static final Pattern CLOCK =
            Pattern.compile("\\b(?:ago|now|ingestion_time|startof\\w+|endof\\w+|datetime_\\w+|datetime|between|prev|"
                    + "series_\\w+|make-series|autocluster|_Im_\\w+|_ASim_\\w+|starttime|endtime)\\b");

    private static final Pattern COUNT = Pattern.compile("\\bsummarize\\b[\\s\\S]*\\|\\s*where\\s+\\w+\\s*>");
    private static final Pattern BIN = Pattern.compile("\\bbin(?:_at)?\\s*\\(");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            Optional<Located<Duration>> frequency = keys.duration("queryFrequency");
            Optional<Located<Duration>> period = keys.duration("queryPeriod");
            if (frequency.isPresent()
                    && period.isPresent()
                    && period.get().value().compareTo(frequency.get().value().multipliedBy(2)) >= 0
                    && !isSuppressed(keys, period.get().value())
                    && !hasOwnWindow(document)) {
                report(frequency.get(), period.get(), context);
            }
        });
    }

    private static boolean isSuppressed(RuleKeys keys, Duration period) {
        return keys.mapping()
                        .scalar("suppressionEnabled")
                        .filter(enabled -> enabled.value().strip().equalsIgnoreCase("true"))
                        .isPresent()
                && keys.duration("suppressionDuration")
                        .filter(duration -> duration.value().compareTo(period) >= 0)
                        .isPresent();
    }

    private static boolean hasOwnWindow(RuleDocument document) {
        return document.query()
                .map(query -> CodeText.of(query.text()).code())
                .filter(code -> CLOCK.matcher(code).find() || countsOverThePeriod(code))
                .isPresent();
    }

    /** True where a count is held against a limit: the whole period is what the count is about. */
    private static boolean countsOverThePeriod(String code) {
        return COUNT.matcher(code).find() && !BIN.matcher(code).find();
    }

    private static void report(Located<Duration> frequency, Located<Duration> period, RuleContext context) {
        long runs = period.value().dividedBy(frequency.value());
        context.reportInFile(
                        period.span(),
                        "each event is in the window of " + runs + " runs, and the query does not pick the new ones")
                .help("filter by `ingestion_time()`, or make `queryPeriod` as long as `queryFrequency`")
                .labelInFile(frequency.span(), "the rule runs every " + DurationWords.of(frequency.value()));
    }
}
