package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a group, as the aggregates over it see them. */
final class Group implements Surroundings {
    private final RowSet set;
    private final List<List<Value>> rows;
    private final EvaluationContext plain;
    private final Map<Scalar.AggregateCall, Value> known = new IdentityHashMap<>();

    /**
     * @param set whose columns the rows have
     */
    Group(RowSet set, List<List<Value>> rows, EvaluationContext plain) {
        this.set = set;
        this.rows = rows;
        this.plain = plain;
    }

    /** The value of a scalar over aggregates. */
    Value value(Scalar scalar) {
        return ScalarEvaluator.evaluate(scalar, Row.EMPTY, plain.within(this));
    }

    /** The value of a scalar over one row of the group. */
    Value value(Scalar scalar, int index) {
        return ScalarEvaluator.evaluate(scalar, row(index), plain);
    }

    Row row(int index) {
        return set.row(rows.get(index));
    }

    int size() {
        return rows.size();
    }

    @Override
    public Optional<Value> first(Relation relation, Row row) {
        return plain.surroundings().first(relation, row);
    }

    @Override
    public Items firstColumn(Relation relation, Row row) {
        return plain.surroundings().firstColumn(relation, row);
    }

    @Override
    public Value aggregate(Scalar.AggregateCall call) {
        Value value = known.get(call);
        if (value == null) {
            value = compute(call);
            known.put(call, value);
        }
        return value;
    }

    private Value compute(Scalar.AggregateCall call) {
        String name = call.function().name();
        AggregateFunction function = AggregateFunctions.find(name)
                .orElseThrow(() -> Refusals.call("`" + name + "` is not evaluated", call.origin()));
        List<KqlType> types = new ArrayList<>(call.arguments().size());
        call.arguments().forEach(argument -> types.add(argument.type()));
        List<List<Value>> given = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<Value> arguments = new ArrayList<>(types.size());
            for (Scalar argument : call.arguments()) {
                arguments.add(Untold.required(value(argument, i)));
            }
            given.add(arguments);
        }
        return function.aggregate(given, new CallSite(name, call.type(), types, call.origin(), plain));
    }
}
