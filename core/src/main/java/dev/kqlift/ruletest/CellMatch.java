package dev.kqlift.ruletest;

import dev.kqlift.document.Datum;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the cell of a result is what a test file writes for it. */
final class CellMatch {
    private CellMatch() {}

    /** An expected null is also an empty text: texts of KQL have no null. */
    static boolean matches(Datum expected, Value actual) {
        if (expected.isNull()) {
            return isNothing(actual);
        }
        return switch (expected) {
            // The scalar's own text is read in the type of the cell: `0042` is no number where the column holds texts.
            case Datum.Scalar scalar
            when actual.type() != KqlType.DYNAMIC ->
                CellReader.of(scalar.value(), actual.type())
                        .filter(value -> same(value, actual))
                        .isPresent();
            case Datum.Scalar scalar -> same(YamlValues.of(scalar), actual) || sameJson(scalar, actual);
            case Datum.Mapping mapping -> same(YamlValues.of(mapping), actual);
            case Datum.Sequence sequence -> same(YamlValues.of(sequence), actual);
        };
    }

    private static boolean sameJson(Datum.Scalar scalar, Value actual) {
        Optional<Value> json = CellReader.of(scalar.value(), KqlType.DYNAMIC);
        return json.isPresent() && same(json.get(), actual);
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Null || value instanceof Value.Text(String text) && text.isEmpty();
    }

    private static boolean same(Value left, Value right) {
        if (left instanceof Value.Array(var items) && right instanceof Value.Array(var others)) {
            return sameItems(items, others);
        }
        if (left instanceof Value.Bag(var entries) && right instanceof Value.Bag(var others)) {
            return sameEntries(entries, others);
        }
        if (left instanceof Value.Null && right instanceof Value.Null) {
            return true;
        }
        Optional<BigDecimal> number = number(left);
        Optional<BigDecimal> other = number(right);
        if (number.isPresent() && other.isPresent()) {
            return number.get().compareTo(other.get()) == 0;
        }
        return left.equals(right);
    }

    private static boolean sameItems(List<Value> items, List<Value> others) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!same(items.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<String, Value> entries, Map<String, Value> others) {
        return entries.keySet().equals(others.keySet())
                && entries.entrySet().stream()
                        .allMatch(entry -> same(
                                entry.getValue(),
                                others.getOrDefault(entry.getKey(), new Value.Null(KqlType.DYNAMIC))));
    }

    private static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Whole(long number, var type) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Real(double number) when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) -> Optional.of(number);
            case Value.Real ignored -> Optional.empty();
            case Value.Bool ignored -> Optional.empty();
            case Value.Text ignored -> Optional.empty();
            case Value.DateTime ignored -> Optional.empty();
            case Value.TimeSpan ignored -> Optional.empty();
            case Value.Guid ignored -> Optional.empty();
            case Value.Array ignored -> Optional.empty();
            case Value.Bag ignored -> Optional.empty();
            case Value.Null ignored -> Optional.empty();
        };
    }
}
