package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code make-series}: aggregates over a fixed grid. */
final class SeriesMaking {
    private final OperatorMeaning.MakeSeries series;
    private final Relation.Other relation;
    private final EvaluationContext context;
    private final Budget budget;

    SeriesMaking(OperatorMeaning.MakeSeries series, Relation.Other relation, EvaluationContext context, Budget budget) {
        this.series = series;
        this.relation = relation;
        this.context = context;
        this.budget = budget;
    }

    RowSet evaluate(RowSet input) {
        if (input.size() == 0 && !series.nonEmpty()) {
            return new RowSet(relation.columns(), List.of(), false);
        }
        Grid grid = grid(input);
        Map<RowKey, Aggregation.Members> groups = Aggregation.groups(input, series.keys(), context);
        if (groups.isEmpty() && series.keys().isEmpty()) {
            groups.put(RowKey.of(List.of()), new Aggregation.Members(List.of(), List.of()));
        }
        List<List<Value>> rows = new ArrayList<>(groups.size());
        for (Aggregation.Members members : groups.values()) {
            rows.add(row(input, members, grid));
        }
        return new RowSet(relation.columns(), rows, false);
    }

    private List<Value> row(RowSet input, Aggregation.Members members, Grid grid) {
        Map<Integer, List<List<Value>>> bins = new LinkedHashMap<>();
        for (List<Value> row : members.rows()) {
            Value place = ScalarEvaluator.evaluate(series.axis().value(), input.row(row), context);
            grid.bin(place)
                    .ifPresent(bin ->
                            bins.computeIfAbsent(bin, key -> new ArrayList<>()).add(row));
        }
        if (bins.isEmpty() && !members.rows().isEmpty()) {
            throw Refusals.construct("no row of a group is in the range of the series", relation.origin());
        }
        List<Value> values = new ArrayList<>(members.keys());
        for (OperatorMeaning.Series item : series.series()) {
            values.add(array(item, input, bins, grid));
        }
        values.add(new Value.Array(grid.steps()));
        return values;
    }

    private Value array(OperatorMeaning.Series item, RowSet input, Map<Integer, List<List<Value>>> bins, Grid grid) {
        Assignment aggregate = item.aggregate();
        Value otherwise = item.otherwise()
                .map(value -> ScalarEvaluator.evaluate(value, Row.EMPTY, context))
                .orElse(new Value.Whole(0, KqlType.LONG));
        KqlType type = aggregate.value().type();
        Value filler = Nulls.isNull(otherwise)
                ? Nulls.DYNAMIC
                : LiteralCells.cell(otherwise, type, aggregate.value().origin(), context);
        List<Value> values = new ArrayList<>(grid.steps().size());
        for (int i = 0; i < grid.steps().size(); i++) {
            List<List<Value>> rows = bins.get(i);
            values.add(rows == null ? filler : new Group(input, rows, context).value(aggregate.value()));
        }
        return new Value.Array(values);
    }

    // ---- the grid

    /** The steps of the axis, and of which of them a value is. */
    private record Grid(List<Value> steps, double from, double step) {
        Optional<Integer> bin(Value place) {
            if (Nulls.isNull(place)) {
                return Optional.empty();
            }
            // Ticks of instants have more digits than a double: they are counted from the first step.
            double distance =
                    place instanceof Value.DateTime(var ticks) && steps.getFirst() instanceof Value.DateTime(var first)
                            ? ticks - first
                            : number(place) - from;
            double bin = Math.floor(distance / step);
            return bin >= 0 && bin < steps.size() ? Optional.of((int) bin) : Optional.empty();
        }
    }

    private static double number(Value value) {
        return switch (value) {
            case Value.DateTime(var ticks) -> ticks;
            case Value.TimeSpan(var ticks) -> ticks;
            default -> Numbers.isNumber(value) ? Numbers.real(value) : Double.NaN;
        };
    }

    private Grid grid(RowSet input) {
        Scalar stepScalar = series.step()
                .orElseThrow(
                        () -> Refusals.construct("`make-series` without a step is not evaluated", relation.origin()));
        Value step = ScalarEvaluator.evaluate(stepScalar, Row.EMPTY, context);
        Value from = end(series.from(), input, false);
        Value to = end(series.to(), input, true);
        boolean included = series.to().isEmpty() || series.rangeEndIncluded();
        if (Nulls.any(List.of(step, from, to)) || !(number(step) > 0)) {
            throw Refusals.construct("an end or the step of the series is null or not positive", relation.origin());
        }
        if (series.rangeEndIncluded()) {
            demandCertainRange(input, from, to, step);
        }
        List<Value> steps = new ArrayList<>();
        for (long i = 0; ; i++) {
            Value next = at(from, step, i);
            int order = ValueOrder.compare(next, to, relation.origin());
            if (order > 0 || order == 0 && !included) {
                break;
            }
            steps.add(next);
            budget.spend(1, relation.origin());
        }
        if (steps.isEmpty()) {
            throw Refusals.construct("the series has no steps", relation.origin());
        }
        return new Grid(steps, number(from), number(step));
    }

    /**
     * {@code in range()} cuts the axis with {@code bin()}: its beginning is certain only where it is itself the beginning of
     * a bin, and its end only where no row stands behind it.
     */
    private void demandCertainRange(RowSet input, Value from, Value to, Value step) {
        boolean certain = number(from) % number(step) == 0;
        for (int i = 0; certain && i < input.size(); i++) {
            Value value = ScalarEvaluator.evaluate(series.axis().value(), input.row(i), context);
            certain = Nulls.isNull(value) || ValueOrder.compare(value, to, relation.origin()) <= 0;
        }
        if (!certain) {
            throw Refusals.construct(
                    "which bins `in range()` makes is not certain here; use from … to", relation.origin());
        }
    }

    private Value at(Value from, Value step, long index) {
        return switch (from) {
            case Value.DateTime(var ticks) -> new Value.DateTime(ticks + index * (long) number(step));
            case Value.TimeSpan(var ticks) -> new Value.TimeSpan(ticks + index * (long) number(step));
            case Value.Whole(var number, var type)
            when step instanceof Value.Whole(var width, var ignored) -> new Value.Whole(number + index * width, type);
            case Value.Real(var number) -> new Value.Real(number + index * number(step));
            default -> throw Refusals.construct("a series over these types is not evaluated", relation.origin());
        };
    }

    /**
     * An end that is stated, or that of the data. An end of the data is certain only where it stands on the grid by any
     * reading, and all data are one series.
     */
    private Value end(Optional<Scalar> stated, RowSet input, boolean last) {
        if (stated.isPresent()) {
            return ScalarEvaluator.evaluate(stated.get(), Row.EMPTY, context);
        }
        if (!series.keys().isEmpty() || series.from().isPresent() != series.to().isPresent()) {
            throw Refusals.construct(
                    "a series of several groups without both ends is not evaluated", relation.origin());
        }
        Value best = Nulls.DYNAMIC;
        for (int i = 0; i < input.size(); i++) {
            Value value = ScalarEvaluator.evaluate(series.axis().value(), input.row(i), context);
            if (Nulls.isNull(value)) {
                continue;
            }
            int order = Nulls.isNull(best) ? 0 : ValueOrder.compare(value, best, relation.origin());
            if (Nulls.isNull(best) || (last ? order > 0 : order < 0)) {
                best = value;
            }
        }
        Value step = ScalarEvaluator.evaluate(series.step().orElseThrow(), Row.EMPTY, context);
        if (number(best) % number(step) != 0) {
            throw Refusals.construct("where a series begins that states no end is not certain", relation.origin());
        }
        return best;
    }
}
