package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each {@code in} against a list. */
interface OnInList {
    void check(Scalar.InList in, RuleContext context);
}
