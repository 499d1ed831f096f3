package dev.kqlift.lint;

/** Sees the rules of a run one after the other, in the order of the run, and then says what it found. */
interface CorpusCollector {
    /**
     * Takes what it needs of a rule. The context may be kept for what is found later and knows the rule file, not its trees;
     * the subject may not.
     */
    void add(LintSubject rule, RuleContext context);

    /** Reports, after the last rule, to the contexts of the rules. */
    void finish();
}
