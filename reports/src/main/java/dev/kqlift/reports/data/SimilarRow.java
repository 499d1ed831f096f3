package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.SimilarRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that looks for the same specific things as another.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param similarRule the slug of the other rule
 * @param score from 0 to 1: the weight of what both look for in the weight of what either does, to four decimals; rare things weigh more
 * @param shared what both look for, heaviest first: field, kind and value
 */
public record SimilarRow(String rule, String similarRule, double score, List<String> shared) {
    public SimilarRow {
        shared = List.copyOf(shared);
    }

    static final List<DataColumn<SimilarRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("similar_rule", row -> Cell.of(row.similarRule())),
            new DataColumn<>("score", row -> new Cell.Real(row.score())),
            new DataColumn<>("shared", row -> Cell.of(row.shared())));

    private static final double DECIMALS = 10_000;

    static Stream<SimilarRow> rows(CorpusFacts facts) {
        List<RuleFacts> rules = facts.rules();
        return Stream.iterate(0, i -> i < rules.size(), i -> i + 1)
                .flatMap(i -> facts.similar().get(i).stream()
                        .map(similar -> of(rules.get(i).slug(), similar)));
    }

    private static SimilarRow of(String rule, SimilarRule similar) {
        return new SimilarRow(
                rule,
                similar.rule().slug(),
                Math.round(similar.score() * DECIMALS) / DECIMALS,
                similar.shared().stream()
                        .map(fact -> fact.field() + " " + fact.kind().word() + " " + fact.value())
                        .toList());
    }
}
