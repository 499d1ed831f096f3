package dev.kqlift.lint;

import dev.kqlift.syntax.Statement;

/** A check that wants to see each statement as it is written, those in bodies of functions too. */
interface OnStatement {
    void check(Statement statement, RuleContext context);
}
