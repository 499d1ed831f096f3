package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxWalk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A {@code let} that takes the name of a table or a built-in function, or whose own name a column hides. */
@RuleInfo(code = "KL507", name = "let-hides-name", category = LintCategory.NAMES, severity = Severity.NOTE)
final class LetHidesName implements LintRule, OnQuery, OnBound {
    @Override
    public void check(Query query, RuleContext context) {
        for (Statement.Let let : lets(query)) {
            String name = let.name().text();
            boolean function = let.value() instanceof Statement.FunctionValue;
            if (function && context.subject().functions().scalar(name).isPresent()) {
                context.report(let.name().origin(), "`" + name + "` hides the built-in function of that name")
                        .help("give the function another name");
            } else if (context.subject().tables().table(name).isPresent() && !readsItself(let)) {
                context.report(let.name().origin(), "`" + name + "` hides the table of that name")
                        .help("give the `let` another name");
            }
        }
    }

    @Override
    public void check(BoundQuery query, RuleContext context) {
        Set<String> constants = new LinkedHashSet<>();
        for (Statement.Let let : lets(context.subject().syntax().orElseThrow())) {
            if (query.constants().containsKey(let.name().text())) {
                constants.add(let.name().text());
            }
        }
        if (constants.isEmpty()) {
            return;
        }
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Filter filter) {
                if (filter.input().open()) {
                    context.notChecked("a table whose columns are not known may have a column of the name of a `let`");
                }
                for (Scalar part : ScalarParts.of(filter.predicate())) {
                    hidden(part, constants, definitions, context);
                }
            }
        }
    }

    /** Only in filters: elsewhere a column that took over the name is often what is meant. */
    private static void hidden(Scalar part, Set<String> constants, ColumnDefinitions definitions, RuleContext context) {
        if (part instanceof Scalar.ColumnRef reference
                && constants.contains(reference.column().name())
                && context.textOf(reference.origin().span())
                        .equals(reference.column().name())
                && definitions.resolve(reference) instanceof Scalar.ColumnRef) {
            String name = reference.column().name();
            context.report(reference.origin(), "`" + name + "` is the column here and not the `let` of that name")
                    .help("give the `let` a name that no column has");
        }
    }

    /** {@code let T = T | where …} narrows a table on purpose. */
    private static boolean readsItself(Statement.Let let) {
        List<Expression> names = new ArrayList<>();
        if (let.value() instanceof Statement.ExpressionValue(var expression)) {
            SyntaxWalk.walk(expression, new SyntaxWalk.Listener() {
                @Override
                public void expression(Expression inner) {
                    if (inner instanceof Expression.NameReference reference
                            && reference.name().equals(let.name().text())) {
                        names.add(inner);
                    }
                }
            });
        }
        return !names.isEmpty();
    }

    private static List<Statement.Let> lets(Query query) {
        List<Statement.Let> lets = new ArrayList<>();
        for (Statement statement : query.statements()) {
            if (statement instanceof Statement.Let let) {
                lets.add(let);
            }
        }
        return lets;
    }
}
