package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A query with a column of the old way to name entities. */
@RuleInfo(
        code = "KL322",
        name = "old-entity-column",
        category = LintCategory.OUTPUT,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class OldEntityColumn implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        OldEntityColumns.of(document)
                .forEach(
                        (column, span) -> context.report(span, "`" + column + "` is of the time before entity mappings")
                                .help("map the column that it is made of"));
    }
}
