package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;

/** A check that wants to see each match of text: {@code has}, {@code contains}, {@code matches regex}, …. */
interface OnStringMatch {
    void check(Scalar.StringMatch match, RuleContext context);
}
