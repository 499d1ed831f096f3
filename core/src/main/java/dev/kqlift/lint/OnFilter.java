package dev.kqlift.lint;

import dev.kqlift.ir.Relation;

/** A check that wants to see each {@code where}. */
interface OnFilter {
    void check(Relation.Filter filter, RuleContext context);
}
