package dev.kqlift.analysis;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;

/** The operators of a query's main pipeline. */
public final class Stages {
    private Stages() {}

    /**
     * The stages of the last expression statement; none where the query has no such statement.
     *
     * @param text the text that the query was parsed from
     */
    public static List<Stage> of(Query query, String text) {
        Expression main = null;
        for (Statement statement : query.statements()) {
            if (statement instanceof Statement.Result(var expression, var origin)) {
                main = expression;
            }
        }
        if (main == null) {
            return List.of();
        }
        while (main instanceof Expression.Parenthesized(var inner, var origin)) {
            main = inner;
        }
        List<Stage> stages = new ArrayList<>();
        if (main instanceof Expression.Pipeline(var source, var operators, var origin)) {
            stages.add(stage(1, "source", source.origin(), text));
            for (TabularOperator operator : operators) {
                stages.add(stage(stages.size() + 1, operator.keyword(), operator.origin(), text));
            }
        } else {
            stages.add(stage(1, "source", main.origin(), text));
        }
        return stages;
    }

    private static Stage stage(int index, String operator, Origin origin, String text) {
        return new Stage(
                index, operator, OperatorText.fold(text.substring(origin.start(), origin.end())), origin.span());
    }
}
