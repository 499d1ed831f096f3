package dev.kqlift.corpus.facts;

import java.util.List;

/**
 * A table and the rules that read it.
 *
 * @param known whether the table's columns are known
 * @param rules in the order of the corpus
 */
public record TableFact(String slug, String name, boolean known, List<RuleFacts> rules) {
    public TableFact {
        rules = List.copyOf(rules);
    }
}
