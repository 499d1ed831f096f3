package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.TabularOperator;

/** A source that is every table of the workspace. */
@RuleInfo(
        code = "KL511",
        name = "whole-workspace",
        category = LintCategory.NAMES,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class WholeWorkspace implements LintRule, OnOperator, OnExpression {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Union union) {
            for (NamePattern source : union.sources()) {
                if (source.pattern().filter("*"::equals).isPresent()) {
                    report(operator, "`union *`", context);
                }
            }
        }
    }

    /** {@code search} behind a table searches that table. */
    @Override
    public void check(Expression expression, RuleContext context) {
        if (expression instanceof Expression.OperatorSource(var operator, var origin)) {
            if (operator instanceof TabularOperator.Search search
                    && search.tables().isEmpty()) {
                report(operator, "`search` without tables", context);
            } else if (operator instanceof TabularOperator.Find find
                    && find.tables().isEmpty()) {
                report(operator, "`find` without tables", context);
            }
        }
    }

    private static void report(TabularOperator operator, String what, RuleContext context) {
        context.report(context.keyword(operator), what + " reads every table, which an analytics rule must not")
                .help("name the tables: `search in (SigninLogs, AuditLogs) …`, `union SigninLogs, AuditLogs`");
    }
}
