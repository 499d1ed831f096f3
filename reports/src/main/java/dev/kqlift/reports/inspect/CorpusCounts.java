package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.engine.AnalyzedRule;

/** How common the values of a rule are in a corpus. */
@FunctionalInterface
public interface CorpusCounts {
    /** How many other rules of the corpus look for this value in the same field with the same kind of test. */
    int others(AnalyzedRule rule, Indicator indicator, String value);
}
