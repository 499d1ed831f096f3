package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxWalk;

/** A name that {@code let} declares, or a parameter, that nothing reads. */
@RuleInfo(code = "KL506", name = "unused-let", category = LintCategory.NAMES, severity = Severity.WARNING)
final class UnusedLet implements LintRule, OnQuery {
    @Override
    public void check(Query query, RuleContext context) {
        if (query.statements().stream().noneMatch(Statement.Result.class::isInstance)) {
            context.notChecked("the query declares names and returns nothing");
            return;
        }
        QueryNames names = QueryNames.of(query);
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void statement(Statement statement) {
                if (statement instanceof Statement.Let let) {
                    check(let, names, context);
                }
            }
        });
    }

    private static void check(Statement.Let let, QueryNames names, RuleContext context) {
        String name = let.name().text();
        boolean used = names.isMeantByWildcard(name)
                || names.places(name).stream().anyMatch(place -> !isWithin(place, let.origin()));
        if (!used) {
            context.report(let.name().origin(), "nothing reads `" + name + "`")
                    .help("delete the `let`, or use the name where it is meant");
        }
        if (let.value() instanceof Statement.FunctionValue function) {
            for (Statement.FunctionParameter parameter : function.parameters()) {
                check(parameter, name, let, names, context);
            }
        }
    }

    private static void check(
            Statement.FunctionParameter parameter,
            String function,
            Statement.Let let,
            QueryNames names,
            RuleContext context) {
        String name = parameter.name().text();
        boolean used = names.isMeantByWildcard(name)
                || names.places(name).stream().anyMatch(place -> isWithin(place, let.origin()));
        if (!used) {
            context.report(
                            parameter.name().origin(),
                            "the body of `" + function + "` does not read its parameter `" + name + "`")
                    .help("delete the parameter, or use it in the body");
        }
    }

    private static boolean isWithin(Origin inner, Origin outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }
}
