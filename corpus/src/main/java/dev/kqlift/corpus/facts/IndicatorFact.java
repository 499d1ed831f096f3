package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.IndicatorKind;
import java.util.List;

/**
 * One (field, kind, negated, value) and the rules that look for it: a row of {@code overlap} with its rules.
 *
 * @param slug names the indicator's page, as {@link RuleFacts#slug()}
 * @param rules the distinct rules that look for it, in the order of the corpus
 * @param files the number of distinct files that they stand in
 */
public record IndicatorFact(
        String slug,
        String field,
        IndicatorKind kind,
        boolean negated,
        String value,
        List<RuleFacts> rules,
        int files) {
    public IndicatorFact {
        rules = List.copyOf(rules);
    }
}
