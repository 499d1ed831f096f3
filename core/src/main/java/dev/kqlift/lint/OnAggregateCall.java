package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each call of an aggregate. */
interface OnAggregateCall {
    void check(Scalar.AggregateCall call, RuleContext context);
}
