package dev.kqlift.lint;

import dev.kqlift.semantic.BoundQuery;

/** A check that wants to see what the query means as a whole. */
interface OnBound {
    void check(BoundQuery query, RuleContext context);
}
