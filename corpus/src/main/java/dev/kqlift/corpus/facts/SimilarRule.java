package dev.kqlift.corpus.facts;

import java.util.List;

/**
 * A rule that detects the same action as another: it shares specific indicators with it.
 *
 * @param score from 0 to 1: the weight of what both look for in the weight of what either looks for; an indicator weighs
 *     the more, the fewer rules of the corpus look for it
 * @param shared what both look for, heaviest first
 */
public record SimilarRule(RuleFacts rule, double score, List<IndicatorFact> shared) {
    public SimilarRule {
        shared = List.copyOf(shared);
    }
}
