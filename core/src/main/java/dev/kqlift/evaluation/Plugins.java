package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;

/** {@code evaluate}: plugins. */
final class Plugins {
    private final RelationEvaluator evaluator;

    Plugins(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    RowSet evaluate(Relation.Evaluate evaluate) {
        RowSet input = evaluator.evaluate(evaluate.input());
        throw Refusals.construct(
                "the plugin `" + evaluate.name() + "` is not evaluated over " + input.size() + " rows",
                evaluate.origin());
    }
}
