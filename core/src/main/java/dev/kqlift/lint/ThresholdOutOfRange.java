package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.regex.Pattern;

/** A threshold that is no whole number, or one that the service does not take. */
@RuleInfo(
        code = "KL129",
        name = "threshold-out-of-range",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class ThresholdOutOfRange implements LintRule, OnDocument {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context)
                .flatMap(keys -> keys.text("triggerThreshold"))
                .filter(threshold -> !threshold.value().isBlank()
                        && !isInRange(threshold.value().strip()))
                .ifPresent(threshold -> context.reportInFile(
                                threshold.span(),
                                "the threshold `" + threshold.value()
                                        + "` is no whole number from 0 to %,d"
                                                .formatted(SentinelLimits.HIGHEST_THRESHOLD))
                        .help("compare a count in the query where a higher threshold is meant"));
    }

    private static boolean isInRange(String text) {
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) <= SentinelLimits.HIGHEST_THRESHOLD;
    }
}
