package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;

/** A check that wants to see the rule file and its keys. */
interface OnDocument {
    void check(RuleDocument document, RuleContext context);
}
