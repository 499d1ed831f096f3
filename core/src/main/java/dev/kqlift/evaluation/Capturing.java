package dev.kqlift.evaluation;

import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code parse}, {@code parse-where}, {@code parse-kv}: rows with the columns that their texts give. */
final class Capturing {
    private Capturing() {}

    /** How one text is taken apart: for each column that is found its value; empty where the text does not fit. */
    interface Pattern {
        Optional<Map<Column, Value>> of(String text);
    }

    static RowSet parse(RowSet input, Relation.Parse parse, EvaluationContext context) {
        Pattern pattern = pattern(parse, context);
        boolean filters = "parse-where".equals(parse.operator());
        List<List<Value>> rows = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            Row row = input.row(i);
            Optional<Map<Column, Value>> found = pattern.of(TextOf.value(
                    ScalarEvaluator.evaluate(parse.text(), row, context),
                    parse.text().type()));
            if (found.isPresent() || !filters) {
                rows.add(row(row, found.orElse(Map.of()), parse));
            }
        }
        return new RowSet(parse.columns(), rows, input.serialized());
    }

    private static List<Value> row(Row row, Map<Column, Value> found, Relation.Parse parse) {
        List<Value> values = new ArrayList<>(parse.columns().size());
        for (Column column : parse.columns()) {
            if (parse.captured().contains(column)) {
                values.add(found.getOrDefault(column, Nulls.of(column.type())));
            } else {
                values.add(row.value(column.id()).orElseThrow());
            }
        }
        return values;
    }

    private static Pattern pattern(Relation.Parse parse, EvaluationContext context) {
        return switch (parse.pattern()) {
            case CapturePattern.Sequence sequence ->
                sequence.kind() == CapturePattern.SequenceKind.REGEX
                        ? new CaptureRegex(sequence, parse.origin(), context)
                        : new CaptureText(sequence, parse.origin(), context);
            case CapturePattern.Pairs pairs -> new CapturePairs(pairs, parse.captured(), parse.origin(), context);
            case CapturePattern.PairRegex(var regex) ->
                new CapturePairRegex(regex, parse.captured(), parse.origin(), context);
            case CapturePattern.Unstated() ->
                throw Refusals.construct("this form of `" + parse.operator() + "` is not evaluated", parse.origin());
        };
    }
}
