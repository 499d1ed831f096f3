package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that look at the whole row. */
final class RowCalls {
    private RowCalls() {}

    static boolean readsRow(Scalar.Call call) {
        return "pack_all".equals(call.function().name());
    }

    /** The value of such a call; empty for any other. */
    static Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
        return readsRow(call) ? Optional.of(packAll(call, row, context)) : Optional.empty();
    }

    /** All columns in a bag; with {@code true} without those that are null or empty. */
    private static Value packAll(Scalar.Call call, Row row, EvaluationContext context) {
        boolean leaveOut = !call.arguments().isEmpty()
                && Logic.isTrue(ScalarEvaluator.evaluate(call.arguments().getFirst(), row, context));
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Column column : row.columns()) {
            Value value = row.value(column.id()).orElseThrow();
            boolean empty = Nulls.isNull(value) || value instanceof Value.Text(var text) && text.isEmpty();
            if (!leaveOut || !empty) {
                entries.put(column.name(), Dynamics.of(value));
            }
        }
        return new Value.Bag(entries);
    }
}
