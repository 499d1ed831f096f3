package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.Optional;

/** What a scalar may ask for beyond its own row: sub-queries, aggregates, other rows. */
public interface Surroundings {
    /** Nothing beyond the row: every question is refused. */
    Surroundings NONE = new Surroundings() {};

    /** The first column of the first row of a sub-query; empty where it has no rows. */
    default Optional<Value> first(Relation relation, Row row) {
        throw Refusals.construct("a sub-query is not evaluated here", relation.origin());
    }

    /** The first column of all rows of a sub-query. */
    default Items firstColumn(Relation relation, Row row) {
        throw Refusals.construct("a sub-query is not evaluated here", relation.origin());
    }

    /** The value of an aggregate over the group that the scalar is computed for. */
    default Value aggregate(Scalar.AggregateCall call) {
        throw Refusals.construct("an aggregate stands only in summarize and its like", call.origin());
    }

    /** The value of a call that looks at other rows or at the whole row ({@code prev}, {@code row_number}, …). */
    default Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
        return Optional.empty();
    }
}
