package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxWalk;
import java.util.LinkedHashSet;
import java.util.Set;

/** More workspaces than a rule may read, or another workspace in a near-real-time rule. */
@RuleInfo(
        code = "KL513",
        name = "too-many-workspaces",
        category = LintCategory.NAMES,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class WorkspaceLimit implements LintRule, OnQuery {
    private static final int MOST = 20;

    @Override
    public void check(Query query, RuleContext context) {
        Set<String> workspaces = new LinkedHashSet<>();
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void expression(Expression expression) {
                if (expression instanceof Expression.Call call
                        && call.function().text().equals("workspace")
                        && workspaces.add(context.textOf(call.origin().span()))) {
                    check(call, workspaces.size(), context);
                }
            }
        });
    }

    private static void check(Expression.Call call, int count, RuleContext context) {
        if (context.subject().document().kind() == RuleKind.NRT) {
            context.report(call.origin(), "a near-real-time rule reads its own workspace only")
                    .help("make it a scheduled rule, or run one in each workspace");
        } else if (count == MOST + 1) {
            context.report(call.origin(), "the query reads more than " + MOST + " workspaces")
                    .help("split the rule");
        }
    }
}
