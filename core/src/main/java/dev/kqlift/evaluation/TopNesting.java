package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code top-nested}: of each level the values that come first, and within each of them those of the next level. */
final class TopNesting {
    private final OperatorMeaning.TopNested nested;
    private final Relation.Other relation;
    private final EvaluationContext context;

    TopNesting(OperatorMeaning.TopNested nested, Relation.Other relation, EvaluationContext context) {
        this.nested = nested;
        this.relation = relation;
        this.context = context;
    }

    RowSet evaluate(RowSet input) {
        List<List<Value>> rows = new ArrayList<>();
        level(0, input, List.of(), rows);
        return new RowSet(relation.columns(), rows, false);
    }

    private record Weighed(Value value, Value weight, List<List<Value>> rows) {}

    private void level(int depth, RowSet rows, List<Value> before, List<List<Value>> into) {
        if (depth == nested.levels().size()) {
            into.add(before);
            return;
        }
        OperatorMeaning.Level level = nested.levels().get(depth);
        if (level.others().isPresent()) {
            throw Refusals.construct("`with others` is not evaluated", relation.origin());
        }
        for (Weighed weighed : chosen(level, rows)) {
            List<Value> values = new ArrayList<>(before);
            values.add(weighed.value());
            values.add(weighed.weight());
            level(depth + 1, rows.with(weighed.rows()), values, into);
        }
    }

    private List<Weighed> chosen(OperatorMeaning.Level level, RowSet rows) {
        List<Weighed> all = new ArrayList<>();
        List<Assignment> key = List.of(level.of());
        for (Aggregation.Members members :
                Aggregation.groups(rows, key, context).values()) {
            Value weight =
                    new Group(rows, members.rows(), context).value(level.by().value());
            if (Nulls.isNull(weight)) {
                throw Refusals.construct("a value of `top-nested` has no weight", relation.origin());
            }
            all.add(new Weighed(members.keys().getFirst(), weight, members.rows()));
        }
        Comparator<Weighed> order =
                (left, right) -> ValueOrder.compare(left.weight(), right.weight(), relation.origin());
        all.sort(level.ascending() ? order : order.reversed());
        int most = level.count().map(this::count).orElse(Integer.MAX_VALUE);
        if (most >= all.size()) {
            return all;
        }
        if (most > 0 && order.compare(all.get(most - 1), all.get(most)) == 0) {
            String tie = "values of `top-nested` tie, and which of them comes first is not defined";
            context.choices().demand(tie, relation.origin(), () -> Refusals.construct(tie, relation.origin()));
        }
        return all.subList(0, most);
    }

    private int count(Scalar count) {
        if (ScalarEvaluator.evaluate(count, Row.EMPTY, context) instanceof Value.Whole(var most, var type)) {
            return (int) Math.min(Math.max(most, 0), Integer.MAX_VALUE);
        }
        throw Refusals.construct("a number of values is a whole number", count.origin());
    }
}
