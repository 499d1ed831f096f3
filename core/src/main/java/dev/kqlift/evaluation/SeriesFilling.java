package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions that put numbers in the place of those that are missing: nulls, or a placeholder. */
final class SeriesFilling {
    private SeriesFilling() {}

    static void addTo(FunctionTable table) {
        table.add("series_fill_const", SeriesFilling::constant);
        table.add("series_fill_forward", a -> carried(a, false));
        table.add("series_fill_backward", a -> carried(a, true));
        table.add("series_fill_linear", SeriesFilling::linear);
    }

    private static boolean isMissing(Arguments a, Value item, int placeholder) {
        return Nulls.isNull(item)
                || a.has(placeholder)
                        && !Nulls.isNull(a.value(placeholder))
                        && Dynamics.same(item, a.value(placeholder));
    }

    private static Value constant(Arguments a) {
        Value fill = a.has(1) ? Dynamics.of(a.value(1)) : Numbers.ofLong(0);
        List<Value> result = new ArrayList<>();
        for (Value item : SeriesFunctions.items(a, 0)) {
            result.add(isMissing(a, item, 2) ? fill : item);
        }
        return new Value.Array(result);
    }

    /** Carries the last number on to those that miss after it, or before it. */
    private static Value carried(Arguments a, boolean backward) {
        List<Value> items = SeriesFunctions.items(a, 0);
        List<Value> result = new ArrayList<>();
        Value last = Nulls.DYNAMIC;
        for (Value item : backward ? items.reversed() : items) {
            last = isMissing(a, item, 1) ? last : item;
            result.add(isMissing(a, item, 1) && Nulls.isNull(last) ? item : last);
        }
        return new Value.Array(backward ? result.reversed() : result);
    }

    /** A straight line between the numbers around a gap; at the edges the nearest number. */
    private static Value linear(Arguments a) {
        List<Value> items = SeriesFunctions.items(a, 0);
        boolean gap = items.stream().anyMatch(item -> isMissing(a, item, 1));
        if (!gap) {
            return a.value(0);
        }
        boolean reals = items.stream().allMatch(item -> isMissing(a, item, 1) || item instanceof Value.Real);
        if (!reals || a.count() > 2) {
            throw a.refuse("a gap between whole numbers, or another rule for the edges");
        }
        List<Value> result = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            result.add(isMissing(a, items.get(i), 1) ? between(a, items, i) : items.get(i));
        }
        return new Value.Array(result);
    }

    private static Value between(Arguments a, List<Value> items, int at) {
        int left = at;
        while (left >= 0 && isMissing(a, items.get(left), 1)) {
            left--;
        }
        int right = at;
        while (right < items.size() && isMissing(a, items.get(right), 1)) {
            right++;
        }
        if (left < 0 && right == items.size()) {
            throw a.refuse("all numbers are missing");
        }
        if (left < 0 || right == items.size()) {
            return items.get(left < 0 ? right : left);
        }
        double from = Numbers.real(items.get(left));
        double to = Numbers.real(items.get(right));
        return Numbers.ofReal(from + (to - from) * (at - left) / (right - left));
    }
}
