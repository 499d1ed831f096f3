package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An entity mapping that names a column that the query does not return. */
@RuleInfo(
        code = "KL301",
        name = "mapped-column-missing",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class MappedColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        MissingColumns.check(NamedColumn.Use.ENTITY, document, context);
    }
}
