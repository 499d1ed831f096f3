package dev.kqlift.evaluation;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The lists behind {@code in} and {@code has_any}: they are the same for many rows, and so is what is prepared of them. */
public final class KnownItems {
    private record Known(boolean constant, List<Value> values, Items items) {}

    private final Map<Scalar, Known> known = new IdentityHashMap<>();

    /**
     * The items of a test.
     *
     * @param test the scalar that has them
     */
    Items of(Scalar test, List<Scalar> scalars, Row row, EvaluationContext context) {
        Known last = known.get(test);
        if (last != null && last.constant()) {
            return last.items();
        }
        List<Value> values = ScalarEvaluator.all(scalars, row, context);
        // A sub-query gives the same value at every row.
        if (last != null && same(last.values(), values)) {
            return last.items();
        }
        Items items = new Items(values);
        known.put(test, new Known(scalars.stream().allMatch(Scalar.Constant.class::isInstance), values, items));
        return items;
    }

    private static boolean same(List<Value> left, List<Value> right) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return true;
    }
}
