package dev.kqlift.lint;

import dev.kqlift.syntax.TabularOperator;

/** A check that wants to see each tabular operator as it is written, those in nested pipelines too. */
interface OnOperator {
    void check(TabularOperator operator, RuleContext context);
}
