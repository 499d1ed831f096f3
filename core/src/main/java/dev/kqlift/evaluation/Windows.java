package dev.kqlift.evaluation;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that look at other rows of an ordered relation. */
final class Windows implements Surroundings {
    private final RowSet rows;
    private final EvaluationContext plain;
    private final Map<Scalar.Call, List<Value>> known = new IdentityHashMap<>();

    Windows(RowSet rows, EvaluationContext plain) {
        this.rows = rows;
        this.plain = plain;
    }

    /** The surroundings of one row. */
    Surroundings at(int index) {
        return new At(this, index);
    }

    private record At(Windows all, int index) implements Surroundings {
        @Override
        public Optional<Value> first(Relation relation, Row row) {
            return all.plain.surroundings().first(relation, row);
        }

        @Override
        public Items firstColumn(Relation relation, Row row) {
            return all.plain.surroundings().firstColumn(relation, row);
        }

        @Override
        public Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
            return switch (call.function().name()) {
                case "prev" -> Optional.of(all.shifted(call, index, -1));
                case "next" -> Optional.of(all.shifted(call, index, 1));
                case "row_number", "row_cumsum", "row_rank_dense", "row_rank_min", "row_window_session" ->
                    Optional.of(all.running(call).get(index));
                case "ingestion_time" -> Optional.of(Ingestion.time(all.rows, call, all.plain));
                default -> all.plain.surroundings().call(call, row, context);
            };
        }
    }

    private Value value(Scalar scalar, int index) {
        return ScalarEvaluator.evaluate(scalar, rows.row(index), plain.within(at(index)));
    }

    private void demandOrder(Scalar.Call call) {
        if (!rows.serialized()) {
            throw Refusals.engineError(
                    "`" + call.function().name() + "` needs ordered rows; put sort or serialize before", call.origin());
        }
    }

    // ---- prev, next

    private Value shifted(Scalar.Call call, int index, int sign) {
        demandOrder(call);
        List<Scalar> arguments = call.arguments();
        long offset = arguments.size() > 1 ? whole(value(arguments.get(1), index), arguments.get(1)) : 1;
        if (offset < 0) {
            throw Refusals.call("`" + call.function().name() + "` with a negative distance", call.origin());
        }
        long place = index + sign * offset;
        if (place >= 0 && place < rows.size()) {
            return value(arguments.getFirst(), (int) place);
        }
        return arguments.size() > 2 ? value(arguments.get(2), index) : Nulls.of(call.type());
    }

    private static long whole(Value value, Scalar scalar) {
        if (value instanceof Value.Whole(var number, var type)) {
            return number;
        }
        throw Refusals.construct("a whole number is expected here", scalar.origin());
    }

    // ---- running values

    private List<Value> running(Scalar.Call call) {
        List<Value> values = known.get(call);
        if (values == null) {
            demandOrder(call);
            values = switch (call.function().name()) {
                case "row_number" -> numbers(call);
                case "row_cumsum" -> sums(call);
                case "row_rank_dense" -> ranks(call, true);
                case "row_rank_min" -> ranks(call, false);
                default -> sessions(call);
            };
            known.put(call, values);
        }
        return values;
    }

    private boolean restarts(Scalar.Call call, int argument, int index) {
        return call.arguments().size() > argument
                && Logic.isTrue(value(call.arguments().get(argument), index));
    }

    /** The sum of two terms of one type; whether the engine widens an int that overflows is not known. */
    private static Value sum(Value sum, Value term, Scalar.Call call) {
        if (call.type() != KqlType.INT) {
            return Arithmetic.of(ArithmeticOperator.ADD, sum, term, call.type(), call.origin());
        }
        long whole = Numbers.whole(sum) + Numbers.whole(term);
        if (whole != (int) whole) {
            throw Refusals.call("`row_cumsum` leaves the range of an int", call.origin());
        }
        return Numbers.ofInt((int) whole);
    }

    private List<Value> numbers(Scalar.Call call) {
        List<Value> values = new ArrayList<>(rows.size());
        long next = 0;
        for (int i = 0; i < rows.size(); i++) {
            long first = call.arguments().isEmpty()
                    ? 1
                    : whole(
                            value(call.arguments().getFirst(), i),
                            call.arguments().getFirst());
            next = i == 0 || restarts(call, 1, i) ? first : next + 1;
            values.add(new Value.Whole(next, KqlType.LONG));
        }
        return values;
    }

    private List<Value> sums(Scalar.Call call) {
        List<Value> values = new ArrayList<>(rows.size());
        Value sum = Nulls.of(call.type());
        for (int i = 0; i < rows.size(); i++) {
            Value term = value(call.arguments().getFirst(), i);
            boolean first = i == 0 || restarts(call, 1, i);
            if (Nulls.isNull(term) || Nulls.isNull(sum) && !first) {
                throw Refusals.call("`row_cumsum` over a null", call.origin());
            }
            sum = first ? term : sum(sum, term, call);
            values.add(sum);
        }
        return values;
    }

    /** The rank of each row by its term: rows that tie in a row have one rank. */
    private List<Value> ranks(Scalar.Call call, boolean dense) {
        List<Value> values = new ArrayList<>(rows.size());
        long rank = 0;
        long sinceRestart = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean restart = i == 0 || restarts(call, 1, i);
            if (restart) {
                rank = 1;
                sinceRestart = 1;
            } else {
                sinceRestart++;
                Scalar term = call.arguments().getFirst();
                boolean same = RowKey.of(List.of(value(term, i))).equals(RowKey.of(List.of(value(term, i - 1))));
                if (!same) {
                    rank = dense ? rank + 1 : sinceRestart;
                }
            }
            values.add(new Value.Whole(rank, KqlType.LONG));
        }
        return values;
    }

    /** The first instant of the session in which each row is. */
    private List<Value> sessions(Scalar.Call call) {
        List<Scalar> arguments = call.arguments();
        List<Value> values = new ArrayList<>(rows.size());
        long first = 0;
        long previous = 0;
        for (int i = 0; i < rows.size(); i++) {
            long[] ticks = new long[3];
            for (int j = 0; j < ticks.length; j++) {
                ticks[j] = ticks(value(arguments.get(j), i), arguments.get(j));
            }
            long now = ticks[0];
            boolean restart = i == 0 || now - first > ticks[1] || now - previous > ticks[2] || restarts(call, 3, i);
            first = restart ? now : first;
            previous = now;
            values.add(new Value.DateTime(first));
        }
        return values;
    }

    private static long ticks(Value value, Scalar scalar) {
        return switch (value) {
            case Value.DateTime(var ticks) -> ticks;
            case Value.TimeSpan(var ticks) -> ticks;
            default -> throw Refusals.construct("an instant or a length of time is expected here", scalar.origin());
        };
    }
}
