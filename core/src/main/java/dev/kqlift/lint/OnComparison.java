package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each comparison of two values. */
interface OnComparison {
    void check(Scalar.Comparison comparison, RuleContext context);
}
