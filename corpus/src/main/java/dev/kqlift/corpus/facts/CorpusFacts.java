package dev.kqlift.corpus.facts;

import java.util.List;

/**
 * What is known of a corpus. All lists are in an order that depends on nothing but the rules.
 *
 * @param rules by path and place in the file
 * @param indicators what rules look for, by field, kind, negation and value
 * @param tables the tables that rules read, by name
 * @param attackVersion the version of ATT&CK that names come from
 * @param duplicates groups of two or more rules with one fingerprint
 * @param similar for each rule, in the order of {@code rules}, the rules most like it, best first
 */
public record CorpusFacts(
        List<RuleFacts> rules,
        List<IndicatorFact> indicators,
        List<TableFact> tables,
        String attackVersion,
        List<List<RuleFacts>> duplicates,
        List<List<SimilarRule>> similar) {
    public CorpusFacts {
        rules = List.copyOf(rules);
        indicators = List.copyOf(indicators);
        tables = List.copyOf(tables);
        duplicates = duplicates.stream().map(List::copyOf).toList();
        similar = similar.stream().map(List::copyOf).toList();
    }
}
