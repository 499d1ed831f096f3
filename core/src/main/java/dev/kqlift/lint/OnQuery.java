package dev.kqlift.lint;

import dev.kqlift.syntax.Query;

/** A check that wants to see the query as it is written. */
interface OnQuery {
    void check(Query query, RuleContext context);
}
