package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.Optional;

/** When rows were taken in: the tables of a run as it begins. */
record Ingestion(RowSet rows, EvaluationContext run) implements Surroundings {
    /** The run, in which scalars over these rows know the time of their ingestion. */
    static EvaluationContext over(RowSet rows, EvaluationContext run) {
        return run.within(new Ingestion(rows, run));
    }

    static Value time(RowSet rows, Scalar.Call call, EvaluationContext run) {
        if (!rows.ofTable()) {
            throw Refusals.call("`ingestion_time` of rows that are no longer those of a table", call.origin());
        }
        return new Value.DateTime(run.now());
    }

    @Override
    public Optional<Value> first(Relation relation, Row row) {
        return run.surroundings().first(relation, row);
    }

    @Override
    public Items firstColumn(Relation relation, Row row) {
        return run.surroundings().firstColumn(relation, row);
    }

    @Override
    public Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
        return "ingestion_time".equals(call.function().name())
                ? Optional.of(time(rows, call, run))
                : run.surroundings().call(call, row, context);
    }
}
