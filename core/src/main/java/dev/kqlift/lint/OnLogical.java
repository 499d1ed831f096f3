package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each {@code and} and {@code or}. */
interface OnLogical {
    void check(Scalar.Logical logical, RuleContext context);
}
