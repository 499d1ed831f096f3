package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code sort}: rows that tie keep the order that they had. */
final class Sorting {
    private Sorting() {}

    private record Keyed(List<Value> row, List<Value> keys) {}

    static RowSet sort(RowSet input, Relation.Sort sort, EvaluationContext context) {
        return input.serialized(true).with(sorted(input, input.rows(), sort.keys(), context));
    }

    /** Rows under the columns of a set, in order. */
    static List<List<Value>> sorted(
            RowSet set, List<List<Value>> rows, List<Relation.SortKey> keys, EvaluationContext context) {
        List<Keyed> keyed = new ArrayList<>(rows.size());
        for (List<Value> row : rows) {
            List<Value> values = new ArrayList<>(keys.size());
            for (Relation.SortKey key : keys) {
                values.add(Untold.required(ScalarEvaluator.evaluate(key.value(), set.row(row), context)));
            }
            keyed.add(new Keyed(row, values));
        }
        keyed.sort((left, right) -> compare(left.keys(), right.keys(), keys));
        List<List<Value>> sorted = new ArrayList<>(rows.size());
        keyed.forEach(row -> sorted.add(row.row()));
        return sorted;
    }

    private static int compare(List<Value> left, List<Value> right, List<Relation.SortKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compare(left.get(i), right.get(i), keys.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Value left, Value right, Relation.SortKey key) {
        boolean leftNull = Nulls.isNull(left);
        boolean rightNull = Nulls.isNull(right);
        if (leftNull || rightNull) {
            int nullsFirst = Boolean.compare(rightNull, leftNull);
            return key.nullsFirst() ? nullsFirst : -nullsFirst;
        }
        // A NaN stands beside the nulls, whatever the direction.
        boolean leftNaN = Numbers.isNaN(left);
        boolean rightNaN = Numbers.isNaN(right);
        if (leftNaN || rightNaN) {
            int first = Boolean.compare(rightNaN, leftNaN);
            return key.nullsFirst() ? first : -first;
        }
        int order = ValueOrder.compare(left, right, key.value().origin());
        return key.ascending() ? order : -order;
    }
}
