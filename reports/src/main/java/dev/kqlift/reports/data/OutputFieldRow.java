package dev.kqlift.reports.data;

import dev.kqlift.analysis.FieldOrigin;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that a rule returns.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param position its place in the result, from 1
 * @param name its name
 * @param type its type
 * @param source the operator that gave it its present value; {@code table} for one that is passed on from a table
 * @param columns the table columns behind it
 * @param stages the stages of the main pipeline that touched it
 * @param expression the text that computes it, where it is computed
 */
public record OutputFieldRow(
        String rule,
        int position,
        String name,
        String type,
        String source,
        List<String> columns,
        List<String> stages,
        Optional<String> expression) {
    public OutputFieldRow {
        columns = List.copyOf(columns);
        stages = List.copyOf(stages);
    }

    static final List<DataColumn<OutputFieldRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("position", row -> Cell.of(row.position())),
            new DataColumn<>("name", row -> Cell.of(row.name())),
            new DataColumn<>("type", row -> Cell.of(row.type())),
            new DataColumn<>("source", row -> Cell.of(row.source())),
            new DataColumn<>("columns", row -> Cell.of(row.columns())),
            new DataColumn<>("stages", row -> Cell.of(row.stages())),
            new DataColumn<>("expression", row -> Cell.of(row.expression())));

    static Stream<OutputFieldRow> rows(CorpusFacts facts) {
        return facts.rules().stream().flatMap(rule -> of(rule).stream());
    }

    private static List<OutputFieldRow> of(RuleFacts rule) {
        List<OutputFieldRow> rows = new ArrayList<>();
        List<OutputField> fields = rule.analysis().outputFields();
        List<FieldOrigin> origins = rule.trace()
                .map(trace -> trace.fields())
                .filter(all -> all.size() == fields.size())
                .orElse(List.of());
        for (int i = 0; i < fields.size(); i++) {
            OutputField field = fields.get(i);
            Optional<FieldOrigin> origin = origins.isEmpty() ? Optional.empty() : Optional.of(origins.get(i));
            rows.add(new OutputFieldRow(
                    rule.slug(),
                    i + 1,
                    field.name(),
                    field.type().word(),
                    field.source(),
                    origin.map(FieldOrigin::columns).orElse(List.of()),
                    origin.map(FieldOrigin::stages).orElse(List.of()).stream()
                            .map(String::valueOf)
                            .toList(),
                    origin.flatMap(FieldOrigin::expression).flatMap(span -> text(rule, span))));
        }
        return rows;
    }

    private static Optional<String> text(RuleFacts rule, Span span) {
        return rule.document()
                .query()
                .map(query -> query.text())
                .filter(text -> span.end() <= text.length())
                .map(text -> text.substring(span.start(), span.end()));
    }
}
