package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.nio.charset.StandardCharsets;

/** An alert's name or description that is empty, or longer than the service takes. */
@RuleInfo(
        code = "KL307",
        name = "format-length",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class FormatLength implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.mapping()
                        .mapping("alertDetailsOverride")
                        .ifPresent(override -> {
                            check(override, "alertDisplayNameFormat", SentinelLimits.ALERT_NAME_BYTES, keys, context);
                            check(
                                    override,
                                    "alertDescriptionFormat",
                                    SentinelLimits.ALERT_DESCRIPTION_BYTES,
                                    keys,
                                    context);
                        }));
    }

    private static void check(Datum.Mapping override, String key, int limit, RuleKeys keys, RuleContext context) {
        keys.text(override, key).ifPresent(format -> {
            int length = format.value().getBytes(StandardCharsets.UTF_8).length;
            if (format.value().isBlank()) {
                context.reportInFile(format.span(), "`" + key + "` is empty").help("remove the key");
            } else if (length > limit) {
                context.reportInFile(
                                format.span(), "`" + key + "` has %,d bytes; the limit is %,d".formatted(length, limit))
                        .help("shorten it");
            }
        });
    }
}
