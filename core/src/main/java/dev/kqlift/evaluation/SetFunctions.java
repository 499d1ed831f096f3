package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Arrays seen as sets: an item stands once, where it stood first. */
final class SetFunctions {
    private SetFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("set_union", SetFunctions::union);
        table.add("set_intersect", SetFunctions::intersect);
        table.add("set_difference", SetFunctions::difference);
        table.add("set_has_element", SetFunctions::hasElement);
        table.add("jaccard_index", SetFunctions::jaccard);
    }

    private static List<Value> set(Arguments a, int index) {
        List<Value> set = new ArrayList<>();
        for (Value item : a.array(index).orElseThrow(() -> a.refuse("argument " + (index + 1) + " is no array"))) {
            if (!Dynamics.contains(set, item)) {
                set.add(item);
            }
        }
        return set;
    }

    private static Value union(Arguments a) {
        List<Value> result = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            for (Value item : set(a, i)) {
                if (!Dynamics.contains(result, item)) {
                    result.add(item);
                }
            }
        }
        return a.result(result);
    }

    private static Value intersect(Arguments a) {
        List<Value> result = set(a, 0);
        for (int i = 1; i < a.count(); i++) {
            List<Value> other = set(a, i);
            result.removeIf(item -> !Dynamics.contains(other, item));
        }
        return new Value.Array(result);
    }

    private static Value difference(Arguments a) {
        List<Value> result = set(a, 0);
        for (int i = 1; i < a.count(); i++) {
            List<Value> other = set(a, i);
            result.removeIf(item -> Dynamics.contains(other, item));
        }
        return new Value.Array(result);
    }

    private static Value hasElement(Arguments a) {
        if (a.array(0).isEmpty() || Nulls.isNull(a.value(1))) {
            throw a.refuse("there is no array, or a null is looked for");
        }
        return Logic.of(Dynamics.contains(a.array(0).get(), Dynamics.of(a.value(1))));
    }

    private static Value jaccard(Arguments a) {
        List<Value> left = set(a, 0);
        List<Value> right = set(a, 1);
        long shared =
                left.stream().filter(item -> Dynamics.contains(right, item)).count();
        long all = left.size() + right.size() - shared;
        if (all == 0) {
            throw a.refuse("both sets are empty");
        }
        return Numbers.ofReal((double) shared / all);
    }
}
