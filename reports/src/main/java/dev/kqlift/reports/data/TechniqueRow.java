package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A technique under a tactic of a rule, or one of the two alone.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param tactic the tactic as the rule states it; empty for a technique that belongs to no stated tactic
 * @param tacticName its name
 * @param technique the technique's id; empty for a tactic without a stated technique
 * @param techniqueName its name; empty where the id is not known
 */
public record TechniqueRow(
        String rule,
        Optional<String> tactic,
        Optional<String> tacticName,
        Optional<String> technique,
        Optional<String> techniqueName) {
    static final List<DataColumn<TechniqueRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("tactic", row -> Cell.of(row.tactic())),
            new DataColumn<>("tactic_name", row -> Cell.of(row.tacticName())),
            new DataColumn<>("technique", row -> Cell.of(row.technique())),
            new DataColumn<>("technique_name", row -> Cell.of(row.techniqueName())));

    static Stream<TechniqueRow> rows(CorpusFacts facts) {
        return facts.rules().stream().flatMap(rule -> rule.attack().stream().map(fact -> of(rule.slug(), fact)));
    }

    private static TechniqueRow of(String rule, AttackFact fact) {
        return new TechniqueRow(
                rule,
                stated(fact.tactic()),
                stated(fact.tacticName()),
                stated(fact.technique()),
                stated(fact.techniqueName()));
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
