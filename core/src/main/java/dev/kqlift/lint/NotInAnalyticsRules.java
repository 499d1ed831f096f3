package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.List;

/** What the service does not run in an analytics rule: other clusters, several results, parameters from outside. */
@RuleInfo(
        code = "KL512",
        name = "not-in-analytics-rules",
        category = LintCategory.NAMES,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NotInAnalyticsRules implements LintRule, OnOperator, OnExpression, OnStatement {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Fork || operator instanceof TabularOperator.Facet) {
            context.report(
                            context.keyword(operator),
                            "`" + operator.keyword() + "` gives several results, and a rule returns one")
                    .help("write one pipeline, or one rule for each result");
        }
    }

    @Override
    public void check(Expression expression, RuleContext context) {
        if (expression instanceof Expression.Call call
                && List.of("cluster", "database", "adx")
                        .contains(call.function().text())) {
            context.report(
                            call.function().origin(),
                            "`" + call.function().text() + "()` leads out of Log Analytics, where a rule cannot follow")
                    .help("read tables of the workspace, or bring the data into it");
        }
    }

    @Override
    public void check(Statement statement, RuleContext context) {
        if (statement instanceof Statement.DeclareParameters declare
                && declare.parameters().stream()
                        .anyMatch(parameter -> parameter.defaultValue().isEmpty())) {
            context.report(declare.origin(), "a rule has nobody who fills in a query parameter without a default")
                    .help("use `let` for each of them");
        } else if (statement instanceof Statement.Alias alias) {
            context.report(alias.origin(), "`alias` names another database, where a rule cannot follow")
                    .help("read tables of the workspace");
        }
    }
}
