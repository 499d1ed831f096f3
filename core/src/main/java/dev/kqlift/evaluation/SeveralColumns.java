package dev.kqlift.evaluation;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.Map;
import java.util.Objects;

/** Functions that make several columns: a call is the first of them, a member of the call any other. */
final class SeveralColumns {
    private SeveralColumns() {}

    static boolean has(String name) {
        return name.startsWith("array_sort_") || SeriesStatistics.COLUMNS.containsKey(name);
    }

    /** Whether a call sorts several arrays, so that an index into it chooses one of them. */
    static boolean isSeveralArrays(Scalar.Call call) {
        long arrays = call.arguments().stream()
                .filter(argument -> argument.type() != KqlType.BOOL)
                .count();
        return call.function().name().startsWith("array_sort_") && arrays > 1;
    }

    /** The column of a name. */
    static Value column(Scalar.Call call, String name, Row row, EvaluationContext context) {
        Arguments arguments = ScalarEvaluator.arguments(call, row, context);
        String function = call.function().name();
        if (function.startsWith("array_sort_")) {
            int which = Integer.parseInt(name.substring("sorted".length()));
            return ArraySorting.sorted(arguments, which, function.endsWith("_asc") ? 1 : -1);
        }
        Map<String, Value> columns = Objects.requireNonNull(SeriesStatistics.COLUMNS.get(function), function)
                .apply(arguments);
        Value value = columns.get(name);
        if (value == null) {
            throw arguments.refuse("the column `" + name + "` is not evaluated");
        }
        return value;
    }
}
