package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.TabularOperator;

/** Distinct rows of all columns. */
@RuleInfo(code = "KL708", name = "distinct-of-everything", category = LintCategory.COST, severity = Severity.NOTE)
final class DistinctOfEverything implements LintRule, OnOperator {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Distinct distinct
                && distinct.items().stream().anyMatch(item -> item.value() instanceof Expression.Star)) {
            context.report(context.keyword(operator), "every column of every row is compared with all others")
                    .help("name the columns that make a row distinct");
        }
    }
}
