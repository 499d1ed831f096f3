package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code rolling_percentile}: for each bin the percentile over the bins that end with it. */
final class RollingPercentile {
    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;

    RollingPercentile(Relation.Evaluate evaluate, EvaluationContext context) {
        this.evaluate = evaluate;
        this.context = context;
    }

    Plugins.Result evaluate(RowSet input) {
        List<Scalar> arguments = evaluate.arguments();
        if (arguments.size() < 5) {
            throw Refusals.construct("this form of `rolling_percentile` is not evaluated", evaluate.origin());
        }
        List<Assignment> keys = new ArrayList<>();
        for (Scalar key : arguments.subList(5, arguments.size())) {
            keys.add(new Assignment(new Column(new ColumnId(-1), "", key.type()), key));
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<List<Value>> rows = new ArrayList<>();
        for (Aggregation.Members members :
                Aggregation.groups(input, keys, context).values()) {
            group(input, members, rows);
        }
        return new Plugins.Result(columns, rows);
    }

    private long number(int argument, KqlType type) {
        Value value = ScalarEvaluator.evaluate(evaluate.arguments().get(argument), Row.EMPTY, context);
        return switch (value) {
            case Value.Whole(var whole, var ignored) -> whole;
            case Value.TimeSpan(var ticks) when type == KqlType.DATETIME -> ticks;
            default -> throw Refusals.construct("this size of a bin or a window is not evaluated", evaluate.origin());
        };
    }

    private void group(RowSet input, Aggregation.Members members, List<List<Value>> into) {
        Scalar index = evaluate.arguments().get(2);
        long size = number(3, index.type());
        long window = number(4, KqlType.LONG);
        TreeMap<Long, List<Value>> bins = new TreeMap<>();
        for (List<Value> row : members.rows()) {
            long place = switch (ScalarEvaluator.evaluate(index, input.row(row), context)) {
                case Value.DateTime(var ticks) -> ticks;
                case Value.Whole(var whole, var type) -> whole;
                default -> throw Refusals.construct("this index is not evaluated", index.origin());
            };
            bins.computeIfAbsent(Math.floorDiv(place, size), key -> new ArrayList<>())
                    .add(ScalarEvaluator.evaluate(evaluate.arguments().getFirst(), input.row(row), context));
        }
        for (long bin : bins.keySet()) {
            List<Value> row = new ArrayList<>();
            row.add(
                    index.type() == KqlType.DATETIME
                            ? new Value.DateTime(bin * size)
                            : new Value.Whole(bin * size, index.type()));
            row.addAll(members.keys());
            List<Value> values = new ArrayList<>();
            bins.subMap(bin - window + 1, true, bin, true).values().forEach(values::addAll);
            row.add(percentile(values));
            into.add(row);
        }
    }

    private Value percentile(List<Value> values) {
        Value percentile = ScalarEvaluator.evaluate(evaluate.arguments().get(1), Row.EMPTY, context);
        KqlType type = evaluate.arguments().getFirst().type();
        List<List<Value>> rows =
                values.stream().map(value -> List.of(value, percentile)).toList();
        return AggregateFunctions.find("percentile")
                .orElseThrow(() -> Refusals.call("`percentile` is not evaluated", evaluate.origin()))
                .aggregate(
                        rows,
                        new CallSite("percentile", type, List.of(type, percentile.type()), evaluate.origin(), context));
    }
}
