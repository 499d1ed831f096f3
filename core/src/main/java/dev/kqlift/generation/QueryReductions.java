package dev.kqlift.generation;

import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Queries that are one step smaller. Most of them do not bind: what fits where is not asked here. */
final class QueryReductions {
    private QueryReductions() {}

    /** The largest steps first. */
    static List<Query> of(Query query) {
        return listed(query.statements(), QueryReductions::statement).stream()
                .map(statements -> new Query(statements, query.origin()))
                .toList();
    }

    private static List<Statement> statement(Statement statement) {
        return switch (statement) {
            case Statement.Let let ->
                value(let.value()).stream()
                        .<Statement>map(value -> new Statement.Let(let.name(), value, let.origin()))
                        .toList();
            case Statement.Result result ->
                table(result.expression()).stream()
                        .<Statement>map(table -> new Statement.Result(table, result.origin()))
                        .toList();
            case Statement.SetOption ignored -> List.of();
            case Statement.DeclareParameters ignored -> List.of();
            case Statement.DeclarePattern ignored -> List.of();
            case Statement.Restrict ignored -> List.of();
            case Statement.Alias ignored -> List.of();
        };
    }

    private static List<Statement.LetValue> value(Statement.LetValue value) {
        return switch (value) {
            case Statement.ExpressionValue(Expression expression) ->
                table(expression).stream()
                        .<Statement.LetValue>map(Statement.ExpressionValue::new)
                        .toList();
            case Statement.FunctionValue function ->
                listed(function.body(), QueryReductions::statement).stream()
                        .<Statement.LetValue>map(body -> new Statement.FunctionValue(
                                function.view(), function.parameters(), body, function.origin()))
                        .toList();
            case Statement.EntityGroupValue ignored -> List.of();
        };
    }

    /** Smaller forms of what may be a table. */
    static List<Expression> table(Expression expression) {
        if (expression instanceof Expression.Parenthesized inside) {
            List<Expression> smaller = new ArrayList<>();
            smaller.add(inside.inner());
            table(inside.inner()).forEach(inner -> smaller.add(new Expression.Parenthesized(inner, inside.origin())));
            return smaller;
        }
        if (!(expression instanceof Expression.Pipeline pipeline)) {
            return ExpressionReductions.of(expression);
        }
        List<Expression> smaller = new ArrayList<>();
        smaller.add(pipeline.source());
        for (TabularOperator operator : pipeline.operators()) {
            smaller.addAll(OperatorReductions.tables(operator));
        }
        listed(pipeline.operators(), OperatorReductions::of)
                .forEach(operators -> smaller.add(
                        operators.isEmpty()
                                ? pipeline.source()
                                : new Expression.Pipeline(pipeline.source(), operators, pipeline.origin())));
        table(pipeline.source())
                .forEach(source ->
                        smaller.add(new Expression.Pipeline(source, pipeline.operators(), pipeline.origin())));
        return smaller;
    }

    /** The list without each of its items, then with each of its items made smaller. */
    static <T> List<List<T>> listed(List<T> items, Function<T, List<T>> reductions) {
        List<List<T>> smaller = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> fewer = new ArrayList<>(items);
            fewer.remove(i);
            smaller.add(fewer);
        }
        for (int i = 0; i < items.size(); i++) {
            for (T item : reductions.apply(items.get(i))) {
                List<T> changed = new ArrayList<>(items);
                changed.set(i, item);
                smaller.add(changed);
            }
        }
        return smaller;
    }
}
