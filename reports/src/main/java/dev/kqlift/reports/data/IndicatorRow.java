package dev.kqlift.reports.data;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value that a rule looks for; a test without constant values has one row without a value.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param field the field as the rule writes it, dynamic paths with dots
 * @param kind the kind of test
 * @param negated whether the test is negated, for the kinds that have no opposite
 * @param value the constant
 * @param caseSensitive whether case counts; empty where both occur or it means nothing
 * @param columns the table columns behind the field
 * @param stages the stages of the main pipeline that the test stands in
 * @param rules how many rules of the corpus look for the same field, kind, negation and value, this one included
 */
public record IndicatorRow(
        String rule,
        String field,
        String kind,
        boolean negated,
        Optional<String> value,
        Optional<Boolean> caseSensitive,
        List<String> columns,
        List<String> stages,
        int rules) {
    public IndicatorRow {
        columns = List.copyOf(columns);
        stages = List.copyOf(stages);
    }

    static final List<DataColumn<IndicatorRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("field", row -> Cell.of(row.field())),
            new DataColumn<>("kind", row -> Cell.of(row.kind())),
            new DataColumn<>("negated", row -> Cell.of(row.negated())),
            new DataColumn<>("value", row -> Cell.of(row.value())),
            new DataColumn<>(
                    "case_sensitive", row -> Cell.of(row.caseSensitive().map(String::valueOf))),
            new DataColumn<>("columns", row -> Cell.of(row.columns())),
            new DataColumn<>("stages", row -> Cell.of(row.stages())),
            new DataColumn<>("rules", row -> Cell.of(row.rules())));

    private record Sought(String field, IndicatorKind kind, boolean negated, String value) {}

    static Stream<IndicatorRow> rows(CorpusFacts facts) {
        Map<Sought, Integer> counts = new HashMap<>();
        for (IndicatorFact fact : facts.indicators()) {
            counts.put(
                    new Sought(fact.field(), fact.kind(), fact.negated(), fact.value()),
                    fact.rules().size());
        }
        return facts.rules().stream().flatMap(rule -> of(rule, counts).stream());
    }

    private static List<IndicatorRow> of(RuleFacts rule, Map<Sought, Integer> counts) {
        List<IndicatorRow> rows = new ArrayList<>();
        List<Indicator> indicators = rule.analysis().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            int place = i;
            List<String> stages = rule.trace()
                    .map(trace -> trace.indicators().get(place).stream()
                            .map(String::valueOf)
                            .toList())
                    .orElse(List.of());
            if (indicator.values().isEmpty()) {
                rows.add(of(rule, indicator, Optional.empty(), stages, 0));
            }
            for (String value : indicator.values()) {
                Sought sought = new Sought(indicator.field(), indicator.kind(), indicator.negated(), value);
                rows.add(of(rule, indicator, Optional.of(value), stages, counts.getOrDefault(sought, 0)));
            }
        }
        return rows;
    }

    private static IndicatorRow of(
            RuleFacts rule, Indicator indicator, Optional<String> value, List<String> stages, int rules) {
        return new IndicatorRow(
                rule.slug(),
                indicator.field(),
                indicator.kind().word(),
                indicator.negated(),
                value,
                indicator.caseSensitive(),
                indicator.columns(),
                stages,
                rules);
    }
}
