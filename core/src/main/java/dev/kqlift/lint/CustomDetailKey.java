package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.regex.Pattern;

/** A name of a custom detail that the service does not take. */
@RuleInfo(
        code = "KL324",
        name = "custom-detail-key",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class CustomDetailKey implements LintRule, OnDocument {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z]\\w*");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return;
        }
        int limit = SentinelLimits.CUSTOM_DETAIL_KEY_CHARACTERS;
        for (AlertSettings.CustomDetail detail : AlertSettings.read(document).customDetails()) {
            Located<String> key = detail.key();
            if (key.value().length() > limit) {
                context.reportInFile(
                                key.span(),
                                "the key `" + key.value() + "` has "
                                        + key.value().length() + " characters; the limit is " + limit)
                        .help("shorten it");
            } else if (!KEY.matcher(key.value()).matches()) {
                context.reportInFile(
                                key.span(),
                                "the key `" + key.value()
                                        + "` is not a letter and then letters, digits and underscores")
                        .help("rename it");
            }
        }
    }
}
