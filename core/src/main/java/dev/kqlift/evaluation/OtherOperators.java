package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;

/** Operators that {@link Relation.Other} stands for. */
final class OtherOperators {
    private final RelationEvaluator evaluator;

    OtherOperators(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    RowSet evaluate(Relation.Other other) {
        evaluator.budget().spend(0, other.origin());
        throw Refusals.construct("`" + other.operator() + "` is not evaluated", other.origin());
    }
}
