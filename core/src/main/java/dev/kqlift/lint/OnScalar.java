package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each scalar, outer ones before those inside them. */
interface OnScalar {
    void check(Scalar scalar, RuleContext context);
}
