package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertFormat;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An alert's name or description with more placeholders than the service fills. */
@RuleInfo(
        code = "KL306",
        name = "too-many-placeholders",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class TooManyPlaceholders implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertFormat format : AlertFormats.of(document, context)) {
            int count = format.placeholders().size();
            if (count > SentinelLimits.PLACEHOLDERS_OF_FORMAT) {
                context.reportInFile(
                                format.placeholders()
                                        .get(SentinelLimits.PLACEHOLDERS_OF_FORMAT)
                                        .span(),
                                "the text has " + count + " placeholders; the limit is "
                                        + SentinelLimits.PLACEHOLDERS_OF_FORMAT)
                        .help("make one column of several in the query, or use custom details");
            }
        }
    }
}
