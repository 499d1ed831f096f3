package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.List;

/** A table of {@code let} that costs something and is read more than once. */
@RuleInfo(code = "KL707", name = "let-computed-twice", category = LintCategory.COST, severity = Severity.NOTE)
final class LetComputedTwice implements LintRule, OnQuery {
    @Override
    public void check(Query query, RuleContext context) {
        QueryNames names = QueryNames.of(query);
        for (Statement statement : query.statements()) {
            if (statement instanceof Statement.Let let
                    && let.value() instanceof Statement.ExpressionValue(var expression)
                    && isCostly(expression)) {
                List<Origin> places = names.places(let.name().text()).stream()
                        .filter(place -> place.start() > let.origin().end())
                        .toList();
                if (places.size() > 1) {
                    context.report(
                                    let.name().origin(),
                                    "`" + let.name().text() + "` is computed at each of the " + places.size()
                                            + " places that read it")
                            .help("put the table into `materialize(…)`");
                }
            }
        }
    }

    private static boolean isCostly(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
            inner = nested;
        }
        return inner instanceof Expression.Pipeline pipeline
                && pipeline.operators().stream()
                        .anyMatch(operator -> operator instanceof TabularOperator.Summarize
                                || operator instanceof TabularOperator.Join
                                || operator instanceof TabularOperator.Distinct
                                || operator instanceof TabularOperator.MakeSeries);
    }
}
