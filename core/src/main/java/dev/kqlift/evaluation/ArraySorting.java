package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code array_sort_asc()} and {@code array_sort_desc()}. */
final class ArraySorting {
    private ArraySorting() {}

    static void addTo(FunctionTable table) {
        table.add("array_sort_asc", a -> sorted(a, 0, 1));
        table.add("array_sort_desc", a -> sorted(a, 0, -1));
    }

    /**
     * One of the arrays, put in the order of the first.
     *
     * @param which the array that is asked for
     */
    static Value sorted(Arguments a, int which, int direction) {
        int arrays = a.count();
        boolean nullsLast = true;
        if (a.value(arrays - 1) instanceof Value.Bool(var last)) {
            nullsLast = last;
            arrays--;
        }
        if (a.array(0).isEmpty() || which >= arrays || a.array(which).isEmpty()) {
            return a.none();
        }
        List<Value> keys = a.array(0).get();
        List<Value> items = a.array(which).get();
        if (keys.size() != items.size()) {
            return a.none();
        }
        List<Value> result = new ArrayList<>(items.size());
        for (int index : order(a, keys, direction, nullsLast)) {
            result.add(items.get(index));
        }
        return new Value.Array(result);
    }

    private static List<Integer> order(Arguments a, List<Value> keys, int direction, boolean nullsLast) {
        List<Integer> nulls = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            (Nulls.isNull(keys.get(i)) ? nulls : others).add(i);
        }
        others.sort((x, y) -> direction
                * ValueOrder.compare(keys.get(x), keys.get(y), a.site().origin()));
        List<Integer> order = new ArrayList<>(nullsLast ? others : nulls);
        order.addAll(nullsLast ? nulls : others);
        return order;
    }
}
