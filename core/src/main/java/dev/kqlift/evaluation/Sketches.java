package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sketches for counting different values: kept as the values here, so that they count exactly, and not to be shown. */
final class Sketches {
    private static final String VALUES = "values";

    private Sketches() {}

    static void addTo(FunctionTable table) {
        table.strict(
                "dcount_hll", a -> Numbers.ofLong(values(a.value(0), a.site()).size()));
        table.strict("hll_merge", a -> union(a.values(), a.site()));
    }

    /** The sketch of the values of a group. */
    static Value of(List<List<Value>> rows, CallSite site) {
        return sketch(AggregateFunctions.present(rows), site);
    }

    /** One sketch of those of a group. */
    static Value merged(List<List<Value>> rows, CallSite site) {
        return union(AggregateFunctions.present(rows), site);
    }

    private static Value union(List<Value> sketches, CallSite site) {
        List<Value> all = new ArrayList<>();
        sketches.forEach(sketch -> all.addAll(values(sketch, site)));
        return sketch(all, site);
    }

    private static Value sketch(List<Value> values, CallSite site) {
        Set<RowKey> seen = new HashSet<>();
        List<Value> distinct = new ArrayList<>();
        for (Value value : values) {
            if (seen.add(RowKey.of(List.of(value)))) {
                distinct.add(value);
            }
        }
        return new Value.Bag(new UncertainEntries(
                Map.of(VALUES, new Value.Array(distinct)), Map.of("", () -> site.refuse("a sketch cannot be shown"))));
    }

    /** The values that a sketch was made of, each once. */
    static List<Value> values(Value sketch, CallSite site) {
        if (sketch instanceof Value.Bag(var entries)
                && entries instanceof UncertainEntries
                && entries.get(VALUES) instanceof Value.Array(var items)) {
            return items;
        }
        throw site.refuse("an argument is no sketch of this run");
    }
}
