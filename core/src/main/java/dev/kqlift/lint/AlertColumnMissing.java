package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A column for an alert's tactics, severity or other property that the query does not return. */
@RuleInfo(
        code = "KL308",
        name = "alert-column-missing",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class AlertColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        MissingColumns.check(NamedColumn.Use.ALERT_DETAIL, document, context);
    }
}
