package dev.kqlift.lint;

import dev.kqlift.ir.Relation;

/** A check that wants to see each {@code join} and {@code lookup}. */
interface OnJoin {
    void check(Relation.Join join, RuleContext context);
}
