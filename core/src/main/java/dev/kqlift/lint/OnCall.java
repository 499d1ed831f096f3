package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each call of a built-in scalar function. */
interface OnCall {
    void check(Scalar.Call call, RuleContext context);
}
