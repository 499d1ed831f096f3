package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;

/** A sort whose order nothing uses. */
@RuleInfo(code = "KL622", name = "sort-without-effect", category = LintCategory.MEANING, severity = Severity.NOTE)
final class SortWithoutEffect implements LintRule, OnQuery {
    private static final List<String> ORDERED =
            List.of("any", "anyif", "arg_max", "arg_min", "argmax", "argmin", "take_any", "take_anyif");

    @Override
    public void check(Query query, RuleContext context) {
        atTheEnd(query, context);
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void expression(Expression expression) {
                if (expression instanceof Expression.Pipeline pipeline) {
                    for (int i = 0; i + 1 < pipeline.operators().size(); i++) {
                        if (pipeline.operators().get(i) instanceof TabularOperator.Sort
                                && undoesOrder(pipeline.operators().get(i + 1))) {
                            report(
                                    LastOperator.at(pipeline, i),
                                    pipeline.operators().get(i + 1).keyword(),
                                    context);
                        }
                    }
                }
            }
        });
    }

    /** In a query that people read the order of the result counts; in a rule it does not. */
    private static void atTheEnd(Query query, RuleContext context) {
        boolean rule = switch (context.subject().document().kind()) {
            case SCHEDULED, NRT, ARM, DEFENDER -> true;
            case HUNTING, QUERY -> false;
        };
        LastOperator.of(query)
                .filter(last -> rule && last.operator() instanceof TabularOperator.Sort)
                .ifPresent(last -> report(last, "", context));
    }

    private static void report(LastOperator sort, String next, RuleContext context) {
        String reason =
                next.isEmpty() ? "nothing reads the order of a rule's result" : "`" + next + "` undoes the order";
        context.report(context.keyword(sort.operator()), reason)
                .help("delete the sort")
                .fix(Applicability.SAFE, "delete the sort", context.delete(sort.withBar()));
    }

    private static boolean undoesOrder(TabularOperator operator) {
        return operator instanceof TabularOperator.Sort
                || operator instanceof TabularOperator.Top
                || operator instanceof TabularOperator.Count
                || operator instanceof TabularOperator.Summarize summarize && !readsOrder(summarize);
    }

    /** Lists keep the order of the rows, and where several rows are as good as one, the order may decide. */
    private static boolean readsOrder(TabularOperator.Summarize summarize) {
        List<String> found = new ArrayList<>();
        for (NamedExpression aggregate : summarize.aggregates()) {
            SyntaxWalk.walk(aggregate.value(), new SyntaxWalk.Listener() {
                @Override
                public void expression(Expression expression) {
                    if (expression instanceof Expression.Call call) {
                        String name = call.function().text();
                        if (ORDERED.contains(name) || name.startsWith("make")) {
                            found.add(name);
                        }
                    }
                }
            });
        }
        return !found.isEmpty();
    }
}
