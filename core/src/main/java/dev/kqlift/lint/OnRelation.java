package dev.kqlift.lint;

import dev.kqlift.ir.Relation;

/** A check that wants to see each relation, inputs before those that read them; a shared one once. */
interface OnRelation {
    void check(Relation relation, RuleContext context);
}
