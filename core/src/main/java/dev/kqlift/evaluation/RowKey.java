package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Values as keys of groups and joins: what is one key is equal here, a null with a null, a NaN with a NaN. */
record RowKey(List<Value> parts) {
    private static final Value NULL = new Value.Null(KqlType.UNKNOWN);

    static RowKey of(List<Value> values) {
        List<Value> parts = new ArrayList<>(values.size());
        for (Value value : values) {
            parts.add(part(value));
        }
        return new RowKey(parts);
    }

    private static Value part(Value value) {
        return switch (value) {
            case Value.Null ignored -> NULL;
            case Value.Whole(var number, var type) -> new Value.Whole(number, KqlType.LONG);
            case Value.Real(var number) -> new Value.Real(number == 0 ? 0.0 : number);
            case Value.Decimal(var number) -> new Value.Decimal(number.stripTrailingZeros());
            case Value.Bool ignored -> value;
            case Value.Text ignored -> value;
            case Value.DateTime ignored -> value;
            case Value.TimeSpan ignored -> value;
            case Value.Guid ignored -> value;
            case Value.Array ignored -> value;
            case Value.Bag ignored -> value;
        };
    }
}
