package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.TabularOperator;

/** A sort of all rows of which a few are kept. */
@RuleInfo(code = "KL714", name = "sort-then-take", category = LintCategory.COST, severity = Severity.NOTE)
final class SortThenTake implements LintRule, OnExpression {
    @Override
    public void check(Expression expression, RuleContext context) {
        if (expression instanceof Expression.Pipeline pipeline) {
            for (int i = 0; i + 1 < pipeline.operators().size(); i++) {
                if (pipeline.operators().get(i) instanceof TabularOperator.Sort sort
                        && sort.items().size() == 1
                        && pipeline.operators().get(i + 1) instanceof TabularOperator.Take) {
                    context.report(context.keyword(sort), "all rows are sorted, and a few of them are kept")
                            .help("use `top … by …`, which keeps no more than it returns");
                }
            }
        }
    }
}
