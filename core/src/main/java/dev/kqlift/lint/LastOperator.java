package dev.kqlift.lint;

import dev.kqlift.source.Span;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.Optional;

/**
 * The operator with which the query's result ends.
 *
 * @param operator the operator
 * @param withBar its text with all that stands between it and what comes before it
 */
record LastOperator(TabularOperator operator, Span withBar) {
    /** The last operator of the last expression; empty where that is no pipeline. */
    static Optional<LastOperator> of(Query query) {
        if (query.statements().isEmpty()
                || !(query.statements().getLast() instanceof Statement.Result(var expression, var origin))
                || !(expression instanceof Expression.Pipeline pipeline)) {
            return Optional.empty();
        }
        return Optional.of(at(pipeline, pipeline.operators().size() - 1));
    }

    /** An operator of a pipeline, by its place. */
    static LastOperator at(Expression.Pipeline pipeline, int index) {
        TabularOperator operator = pipeline.operators().get(index);
        int before = index == 0
                ? pipeline.source().origin().end()
                : pipeline.operators().get(index - 1).origin().end();
        return new LastOperator(
                operator, new Span(before, Math.max(before, operator.origin().end())));
    }
}
