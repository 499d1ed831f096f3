package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongBinaryOperator;

/** Aggregates that count, and those of bits. */
final class Counting {
    private Counting() {}

    /** The number of rows, whatever is counted. */
    static Value count(List<List<Value>> rows, CallSite site) {
        for (List<Value> row : rows) {
            if (!row.isEmpty() && row.get(0) instanceof Value.Bool) {
                throw site.refuse("what counting a condition counts is not known; use countif()");
            }
        }
        return Numbers.ofLong(rows.size());
    }

    static Value countIf(List<List<Value>> rows, CallSite site) {
        long count = 0;
        for (List<Value> row : rows) {
            if (Logic.isTrue(Logic.condition(row.get(0), site.origin()))) {
                count++;
            }
        }
        return Numbers.ofLong(count);
    }

    /** The number of different values, without nulls; exact, as the engine's estimate is for few values. */
    static Value distinct(List<List<Value>> rows, CallSite site) {
        Set<RowKey> values = new HashSet<>();
        for (Value value : AggregateFunctions.present(rows)) {
            values.add(RowKey.of(List.of(value)));
        }
        return Numbers.ofLong(values.size());
    }

    static Value bits(List<List<Value>> rows, CallSite site, LongBinaryOperator operator) {
        List<Value> values = AggregateFunctions.present(rows);
        if (values.isEmpty()) {
            return Nulls.of(site.type());
        }
        long result = new Arguments(site, values).whole(0);
        for (int i = 1; i < values.size(); i++) {
            result = operator.applyAsLong(result, new Arguments(site, values).whole(i));
        }
        return Numbers.widened(Numbers.ofLong(result), site.type());
    }
}
