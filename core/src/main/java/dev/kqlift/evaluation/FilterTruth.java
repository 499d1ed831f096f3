package dev.kqlift.evaluation;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.Set;

/** Whether a filter keeps a row. Only true keeps it, so that null and false need not be told apart below {@code and} and {@code or}. */
final class FilterTruth {
    /** Calls that are null or false where there is no set and no bag; which of both is not documented. */
    private static final Set<String> NEVER_TRUE_OF_NULL = Set.of("bag_has_key", "set_has_element");

    private FilterTruth() {}

    static boolean holds(Scalar predicate, Row row, EvaluationContext context) {
        if (predicate instanceof Scalar.Logical(var conjunction, var operands, var origin)) {
            return conjunction
                    ? operands.stream().allMatch(operand -> holds(operand, row, context))
                    : operands.stream().anyMatch(operand -> holds(operand, row, context));
        }
        if (predicate instanceof Scalar.Call call
                && NEVER_TRUE_OF_NULL.contains(call.function().name())
                && Nulls.isNull(ScalarEvaluator.evaluate(call.arguments().getFirst(), row, context))) {
            return false;
        }
        Value truth = ScalarEvaluator.evaluate(predicate, row, context);
        return Logic.isTrue(Logic.condition(truth, predicate.origin()));
    }
}
