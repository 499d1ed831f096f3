package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that look at the whole row. */
final class RowCalls {
    private RowCalls() {}

    static boolean readsRow(Scalar.Call call) {
        return "pack_all".equals(call.function().name())
                || "estimate_data_size".equals(call.function().name());
    }

    /** The value of such a call; empty for any other. */
    static Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
        return switch (call.function().name()) {
            case "pack_all" -> Optional.of(packAll(call, row, context));
            case "estimate_data_size" -> Optional.of(Numbers.ofLong(sizes(call, row, context)));
            default -> Optional.empty();
        };
    }

    private static long sizes(Scalar.Call call, Row row, EvaluationContext context) {
        long size = 0;
        for (Scalar argument : call.arguments()) {
            if (argument instanceof Scalar.AnyColumn) {
                for (Column column : row.columns()) {
                    size += size(row.value(column.id()).orElseThrow(), call);
                }
            } else {
                size += size(ScalarEvaluator.evaluate(argument, row, context), call);
            }
        }
        return size;
    }

    /** The two sizes that the documentation tells: of a long, and of a text. */
    private static long size(Value value, Scalar.Call call) {
        return switch (value) {
            case Value.Whole(var number, var type) when type == KqlType.LONG -> Long.BYTES;
            case Value.Text(var text) when !text.isEmpty() && text.chars().allMatch(c -> c < 128) -> text.length();
            default ->
                throw Refusals.call(
                        "`estimate_data_size` of a " + value.type().word() + " like this is not known", call.origin());
        };
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
