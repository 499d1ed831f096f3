package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A placeholder of an alert's name or description for a column that the query does not return. */
@RuleInfo(
        code = "KL303",
        name = "placeholder-column-missing",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class PlaceholderColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        MissingColumns.check(NamedColumn.Use.PLACEHOLDER, document, context);
    }
}
