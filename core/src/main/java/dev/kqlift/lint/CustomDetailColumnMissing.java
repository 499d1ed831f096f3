package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A custom detail that names a column that the query does not return. */
@RuleInfo(
        code = "KL304",
        name = "custom-detail-column-missing",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class CustomDetailColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        MissingColumns.check(NamedColumn.Use.CUSTOM_DETAIL, document, context);
    }
}
