package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;

/** {@code parse}, {@code parse-where}, {@code parse-kv}. */
final class Capturing {
    private Capturing() {}

    static RowSet parse(RowSet input, Relation.Parse parse, EvaluationContext context) {
        throw Refusals.construct("`" + parse.operator() + "` is not evaluated", parse.origin());
    }
}
