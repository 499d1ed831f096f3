package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Functions of arrays. What is asked of a value that is no array gives null, where nothing else is said. */
final class ArrayFunctions {
    private ArrayFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("pack_array", a -> a.result(Dynamics.items(a.values())));
        for (String name : new String[] {"array_length", "arraylength"}) {
            table.add(
                    name,
                    a -> a.array(0).map(items -> Numbers.ofLong(items.size())).orElse(a.none()));
        }
        table.add("array_concat", ArrayFunctions::concat);
        table.add("array_slice", ArrayFunctions::slice);
        table.add("array_split", ArrayFunctions::split);
        table.add("array_sum", ArrayFunctions::sum);
        table.add("array_index_of", ArrayFunctions::indexOf);
        table.add("array_iff", ArrayFunctions::iff);
        table.add("array_iif", ArrayFunctions::iff);
        table.add(
                "array_reverse",
                a -> a.array(0).<Value>map(ArrayFunctions::reversed).orElse(a.none()));
        table.add("array_rotate_left", a -> rotated(a, 1));
        table.add("array_rotate_right", a -> rotated(a, -1));
        table.add("array_shift_left", a -> shifted(a, 1));
        table.add("array_shift_right", a -> shifted(a, -1));
        table.add("zip", ArrayFunctions::zip);
        table.add("repeat", ArrayFunctions::repeat);
        table.strict("range", ArrayFunctions::range);
    }

    private static Value reversed(List<Value> items) {
        return new Value.Array(items.reversed());
    }

    /** Arguments that are no arrays are left out. */
    private static Value concat(Arguments a) {
        List<Value> items = new ArrayList<>();
        boolean array = false;
        for (int i = 0; i < a.count(); i++) {
            Optional<List<Value>> part = a.array(i);
            array |= part.isPresent();
            part.ifPresent(items::addAll);
        }
        if (!array) {
            throw a.refuse("no argument is an array");
        }
        return a.result(items);
    }

    /** From one place to another, both inside; negative places count from the end. */
    private static Value slice(Arguments a) {
        if (a.array(0).isEmpty()) {
            return a.none();
        }
        List<Value> items = a.array(0).get();
        long start = a.whole(1) < 0 ? items.size() + a.whole(1) : a.whole(1);
        long end = a.whole(2) < 0 ? items.size() + a.whole(2) : a.whole(2);
        int from = (int) Math.max(0, start);
        int to = (int) Math.min(items.size(), end + 1);
        return new Value.Array(from < to ? items.subList(from, to) : List.of());
    }

    private static Value split(Arguments a) {
        if (a.array(0).isEmpty()) {
            return a.none();
        }
        List<Value> items = a.array(0).get();
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (Value place : a.array(1).orElse(List.of(a.value(1)))) {
            if (!(place instanceof Value.Whole(var index, var type))) {
                throw a.refuse("a place is no whole number");
            }
            long at = index < 0 ? items.size() + index : index;
            if (at < from) {
                throw a.refuse("the places are not in order");
            }
            int to = (int) Math.min(items.size(), at);
            parts.add(new Value.Array(items.subList(from, to)));
            from = to;
        }
        parts.add(new Value.Array(items.subList(from, items.size())));
        return new Value.Array(parts);
    }

    /** A real number, whatever the items; null for no items and for what is no number. */
    private static Value sum(Arguments a) {
        double sum = 0;
        List<Value> items = a.array(0).orElse(List.of());
        for (Value item : items) {
            if (Nulls.isNull(item)) {
                throw a.refuse("an item is null");
            }
            if (!Numbers.isNumber(item)) {
                return a.none();
            }
            sum += Numbers.real(item);
        }
        return items.isEmpty() ? a.none() : Numbers.ofReal(sum);
    }

    /** {@code array_index_of(array, value [, start [, length [, occurrence]]])}: the place, or -1. */
    private static Value indexOf(Arguments a) {
        if (a.array(0).isEmpty() || Nulls.isNull(a.value(1))) {
            throw a.refuse("there is no array, or a null is looked for");
        }
        List<Value> items = a.array(0).get();
        long start = a.whole(2, 0) < 0 ? items.size() + a.whole(2, 0) : a.whole(2, 0);
        long length = a.whole(3, -1);
        long occurrence = a.whole(4, 1);
        if (start < 0 || length < -1 || occurrence < 1) {
            throw a.refuse("a place or number is out of range");
        }
        long end = length < 0 ? items.size() : Math.min(items.size(), start + length);
        for (long i = start; i < end; i++) {
            if (Dynamics.same(items.get((int) i), a.value(1)) && --occurrence == 0) {
                return Numbers.ofLong(i);
            }
        }
        return Numbers.ofLong(-1);
    }

    /** Item by item one of two; null where the condition is neither a bool nor a number. */
    private static Value iff(Arguments a) {
        List<Value> conditions = a.array(0).orElseThrow(() -> a.refuse("argument 1 is no array"));
        List<Value> items = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            Value condition = conditions.get(i);
            if (condition instanceof Value.Whole(var number, var type)) {
                condition = Logic.of(number != 0);
            }
            if (condition instanceof Value.Real) {
                throw a.refuse("a condition is a real number");
            }
            items.add(condition instanceof Value.Bool(var truth) ? branch(a, truth ? 1 : 2, i) : Nulls.DYNAMIC);
        }
        return new Value.Array(items);
    }

    private static Value branch(Arguments a, int argument, int index) {
        Optional<List<Value>> items = a.array(argument);
        if (items.isEmpty()) {
            return Dynamics.of(a.value(argument));
        }
        return index < items.get().size() ? items.get().get(index) : Nulls.DYNAMIC;
    }

    private static Value rotated(Arguments a, int direction) {
        if (a.array(0).isEmpty()) {
            return a.none();
        }
        List<Value> items = new ArrayList<>(a.array(0).get());
        if (!items.isEmpty()) {
            Collections.rotate(items, (int) (-direction * a.whole(1) % items.size()));
        }
        return new Value.Array(items);
    }

    private static Value shifted(Arguments a, int direction) {
        if (a.array(0).isEmpty()) {
            return a.none();
        }
        List<Value> items = a.array(0).get();
        Value fill = a.has(2) ? Dynamics.of(a.value(2)) : Nulls.DYNAMIC;
        List<Value> result = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            long from = i + direction * a.whole(1);
            result.add(from >= 0 && from < items.size() ? items.get((int) from) : fill);
        }
        return new Value.Array(result);
    }

    /** The arrays side by side, filled up with nulls. */
    private static Value zip(Arguments a) {
        List<List<Value>> arrays = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < a.count(); i++) {
            List<Value> items = a.array(i).orElseThrow(() -> a.refuse("an argument is no array"));
            arrays.add(items);
            length = Math.max(length, items.size());
        }
        List<Value> result = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            List<Value> row = new ArrayList<>(arrays.size());
            for (List<Value> items : arrays) {
                row.add(i < items.size() ? items.get(i) : Nulls.DYNAMIC);
            }
            result.add(new Value.Array(row));
        }
        return new Value.Array(result);
    }

    private static Value repeat(Arguments a) {
        if (Nulls.isNull(a.value(0)) || Nulls.isNull(a.value(1))) {
            throw a.refuse("a null is repeated, or the number of repeats is null");
        }
        long times = a.whole(1);
        if (times < 0) {
            return a.none();
        }
        if (times > a.site().context().limits().items()) {
            throw a.refuse("the number of repeats is out of range");
        }
        return new Value.Array(Collections.nCopies((int) times, Dynamics.of(a.value(0))));
    }

    // ---- range

    /** {@code range(start, stop [, step])}: steps of 1, of an hour for times. */
    private static Value range(Arguments a) {
        boolean time = a.value(0) instanceof Value.DateTime || a.value(0) instanceof Value.TimeSpan;
        Value step = a.has(2) ? a.value(2) : time ? new Value.TimeSpan(Instants.TICKS_PER_HOUR) : Numbers.ofLong(1);
        if (time
                || a.value(0) instanceof Value.Whole
                        && a.value(1) instanceof Value.Whole
                        && step instanceof Value.Whole) {
            return whole(a, position(a, a.value(0)), position(a, a.value(1)), position(a, step));
        }
        double size = Numbers.isNumber(step) ? Numbers.real(step) : 0;
        double count = size == 0 ? -1 : Math.floor((a.real(1) - a.real(0)) / size);
        if (size == 0 || count >= a.site().context().limits().items()) {
            throw a.refuse("the step is zero or the array too long");
        }
        List<Value> items = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            items.add(Numbers.ofReal(a.real(0) + i * size));
        }
        return new Value.Array(items);
    }

    private static long position(Arguments a, Value value) {
        return switch (value) {
            case Value.Whole(var number, var ignored) -> number;
            case Value.DateTime(var ticks) -> ticks;
            case Value.TimeSpan(var ticks) -> ticks;
            default -> throw a.refuse("the arguments are of several types");
        };
    }

    private static Value whole(Arguments a, long start, long stop, long step) {
        if (step == 0) {
            throw a.refuse("the step is zero");
        }
        long count = Math.floorDiv(stop - start, step);
        if (count >= a.site().context().limits().items()) {
            throw Refusals.limit(
                    "`range` makes an array over the limit", a.site().origin());
        }
        List<Value> items = new ArrayList<>();
        for (long i = 0; i <= count; i++) {
            long position = start + i * step;
            items.add(
                    switch (a.value(0)) {
                        case Value.DateTime ignored -> new Value.DateTime(position);
                        case Value.TimeSpan ignored -> new Value.TimeSpan(position);
                        default -> new Value.Whole(position, KqlType.LONG);
                    });
        }
        return new Value.Array(items);
    }
}
