package dev.kqlift.evaluation;

import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query cut off behind one of the stages of its main pipeline. */
public final class QueryPrefix {
    private QueryPrefix() {}

    /**
     * The query up to a stage, that one with it; empty where it has no such stage.
     *
     * @param stage counted from 1, which is the source
     */
    public static Optional<Query> upTo(Query query, int stage) {
        List<Statement> statements = new ArrayList<>(query.statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i) instanceof Statement.Result(var expression, var origin)) {
                Optional<Expression> cut = cut(bare(expression), stage);
                int place = i;
                cut.ifPresent(prefix -> statements.set(place, new Statement.Result(prefix, origin)));
                return cut.map(prefix -> new Query(statements, query.origin()));
            }
        }
        return Optional.empty();
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
            inner = nested;
        }
        return inner;
    }

    private static Optional<Expression> cut(Expression expression, int stage) {
        if (!(expression instanceof Expression.Pipeline(var source, var operators, var origin))) {
            return stage == 1 ? Optional.of(expression) : Optional.empty();
        }
        if (stage < 1 || stage > operators.size() + 1) {
            return Optional.empty();
        }
        return Optional.of(
                stage == 1 ? source : new Expression.Pipeline(source, operators.subList(0, stage - 1), origin));
    }
}
