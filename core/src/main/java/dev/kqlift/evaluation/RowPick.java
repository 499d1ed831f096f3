package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An aggregate that picks a row of the group: {@code arg_max}, {@code arg_min}, {@code take_any} of several columns. */
record RowPick(Scalar.AggregateCall call, Kind kind) {
    enum Kind {
        LARGEST,
        SMALLEST,
        ANY
    }

    /** The pick that a scalar is; empty for any other. */
    static Optional<RowPick> of(Scalar scalar) {
        if (!(scalar instanceof Scalar.AggregateCall call)) {
            return Optional.empty();
        }
        boolean several = call.arguments().size() > 1
                || call.arguments().stream().anyMatch(argument -> argument instanceof Scalar.AnyColumn);
        return switch (call.function().name()) {
            case "arg_max", "argmax" -> Optional.of(new RowPick(call, Kind.LARGEST));
            case "arg_min", "argmin" -> Optional.of(new RowPick(call, Kind.SMALLEST));
            case "take_any", "any" -> several ? Optional.of(new RowPick(call, Kind.ANY)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The row that is picked; empty where the group has none. Of rows that tie the first. */
    OptionalInt row(Group group) {
        if (kind == Kind.ANY || group.size() == 0) {
            return group.size() == 0 ? OptionalInt.empty() : OptionalInt.of(0);
        }
        Scalar measure = call.arguments().getFirst();
        int best = -1;
        Value bestValue = Nulls.DYNAMIC;
        for (int i = 0; i < group.size(); i++) {
            Value value = group.value(measure, i);
            if (Nulls.isNull(value)) {
                continue;
            }
            if (best < 0 || beats(value, bestValue)) {
                best = i;
                bestValue = value;
            }
        }
        // Rows with a null are left out unless all of them have one.
        return OptionalInt.of(Math.max(best, 0));
    }

    /** The other rows that might as well be picked. */
    List<Integer> others(Group group, int picked) {
        List<Integer> others = new ArrayList<>();
        Value best =
                kind == Kind.ANY ? Nulls.DYNAMIC : group.value(call.arguments().getFirst(), picked);
        for (int i = 0; i < group.size(); i++) {
            if (i != picked
                    && (kind == Kind.ANY
                            || !Choices.differ(
                                    List.of(best),
                                    List.of(group.value(call.arguments().getFirst(), i))))) {
                others.add(i);
            }
        }
        return others;
    }

    /** What is said where the rows that might be picked differ in what is asked of them. */
    String choice() {
        return kind == Kind.ANY
                ? "of which row `" + call.function().name() + "` takes its values is not defined"
                : "which of several rows that tie `" + call.function().name() + "` picks is not defined";
    }

    Origin origin() {
        return call.origin();
    }

    /** A NaN beats every number, and stays. */
    private boolean beats(Value value, Value best) {
        if (Numbers.isNumber(value) && (Numbers.isNaN(value) || Numbers.isNaN(best))) {
            if (kind == Kind.SMALLEST && !Numbers.isNaN(best)) {
                throw Refusals.call("`arg_min` over a NaN that is not the first", call.origin());
            }
            return !Numbers.isNaN(best);
        }
        int order = ValueOrder.compare(value, best, call.origin());
        return kind == Kind.LARGEST ? order > 0 : order < 0;
    }

    /** The value of the column of the call itself. */
    Value value(Column column, Group group, int row) {
        Scalar first = call.arguments().getFirst();
        if (!(first instanceof Scalar.AnyColumn)) {
            return group.value(first, row);
        }
        Row picked = group.row(row);
        for (Column candidate : picked.columns()) {
            if (candidate.name().equals(column.name())) {
                return picked.value(candidate.id()).orElseThrow();
            }
        }
        throw Refusals.construct("which column this is is not known", call.origin());
    }
}
