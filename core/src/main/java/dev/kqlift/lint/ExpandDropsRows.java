package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.TabularOperator;

/** Rows that vanish because their array is empty. */
@RuleInfo(
        code = "KL629",
        name = "expand-drops-rows",
        category = LintCategory.MEANING,
        severity = Severity.NOTE,
        enabled = false)
final class ExpandDropsRows implements LintRule, OnOperator {
    /** Not of {@code mv-apply}, whose sub-query may give a row for no items. */
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.MvExpand) {
            context.report(context.keyword(operator), "a row whose array is empty is dropped")
                    .help("put `dynamic([null])` in the place of an empty array where the row is to be kept");
        }
    }
}
