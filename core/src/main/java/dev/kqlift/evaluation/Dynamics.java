package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;

/** Values as they stand inside of a dynamic. */
final class Dynamics {
    private Dynamics() {}

    /** The value inside of a dynamic: an {@code int} is a {@code long}, a decimal its text, a null has no type. */
    static Value of(Value value) {
        return switch (value) {
            case Value.Whole(var number, var ignored) -> new Value.Whole(number, KqlType.LONG);
            case Value.Decimal decimal -> new Value.Text(ValueText.of(decimal));
            case Value.Null ignored -> Nulls.DYNAMIC;
            default -> value;
        };
    }

    static List<Value> items(List<Value> values) {
        List<Value> items = new ArrayList<>(values.size());
        for (Value value : values) {
            items.add(of(value));
        }
        return items;
    }

    /** Throws what a part of the value that is not known says of itself. */
    static void requireKnown(Value value) {
        if (value instanceof Value.Array(var items)) {
            items.forEach(Dynamics::requireKnown);
        } else if (value instanceof Value.Bag(var entries)) {
            entries.forEach((key, item) -> requireKnown(item));
        }
    }

    /** Whether two values are the same item of a set: numbers by their size, nothing else across kinds. */
    static boolean same(Value left, Value right) {
        return Numbers.isNumber(left) && Numbers.isNumber(right)
                ? Numbers.compare(left, right) == 0
                : left.equals(right);
    }

    static boolean contains(List<Value> items, Value value) {
        for (Value item : items) {
            if (same(item, value)) {
                return true;
            }
        }
        return false;
    }
}
