package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TuningKnob;
import dev.kqlift.source.Position;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A place of a query that tunes the rule.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param kind what is tuned: {@code threshold}, {@code window}, {@code allow_list}, {@code watch_list} or {@code parameter}
 * @param name the parameter, field or function that is tuned
 * @param value its present value as written
 * @param stage the stage of the main pipeline; 0 where it stands elsewhere
 * @param line where it is, in the rule file
 * @param column where it is, in UTF-16 units from 1
 */
public record TuningRow(String rule, String kind, String name, String value, int stage, int line, int column) {
    static final List<DataColumn<TuningRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("kind", row -> Cell.of(row.kind())),
            new DataColumn<>("name", row -> Cell.of(row.name())),
            new DataColumn<>("value", row -> Cell.of(row.value())),
            new DataColumn<>("stage", row -> Cell.of(row.stage())),
            new DataColumn<>("line", row -> Cell.of(row.line())),
            new DataColumn<>("column", row -> Cell.of(row.column())));

    static Stream<TuningRow> rows(CorpusFacts facts) {
        return facts.rules().stream().flatMap(rule -> rule.knobs().stream().map(knob -> of(rule, knob)));
    }

    private static TuningRow of(RuleFacts rule, TuningKnob knob) {
        Position place = rule.document().file().text().position(knob.span().start());
        return new TuningRow(
                rule.slug(),
                knob.kind().name().toLowerCase(Locale.ROOT),
                knob.name(),
                knob.value(),
                knob.stage(),
                place.line(),
                place.column());
    }
}
