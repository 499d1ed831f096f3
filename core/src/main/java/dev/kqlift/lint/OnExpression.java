package dev.kqlift.lint;

import dev.kqlift.syntax.Expression;

/** A check that wants to see each expression as it is written, outer ones before those inside them. */
interface OnExpression {
    void check(Expression expression, RuleContext context);
}
