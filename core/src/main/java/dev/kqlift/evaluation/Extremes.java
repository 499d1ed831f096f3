package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;

/** The smallest, the largest, any. */
final class Extremes {
    private Extremes() {}

    static Value min(List<List<Value>> rows, CallSite site) {
        return extreme(rows, site, -1);
    }

    static Value max(List<List<Value>> rows, CallSite site) {
        return extreme(rows, site, 1);
    }

    /** Null over no values. */
    private static Value extreme(List<List<Value>> rows, CallSite site, int direction) {
        List<Value> values = AggregateFunctions.present(rows);
        if (values.isEmpty()) {
            return Nulls.of(site.type());
        }
        Value best = values.get(0);
        for (Value value : values) {
            if (Numbers.isNaN(value) && values.size() > 1) {
                throw site.refuse("whether NaN is the smallest or the largest is not known");
            }
            if (ValueOrder.compare(value, best, site.origin()) * direction > 0) {
                best = value;
            }
        }
        return best;
    }

    /** A value that is neither null nor empty where there is one. */
    static Value any(List<List<Value>> rows, CallSite site) {
        List<Value> values = AggregateFunctions.present(rows);
        List<Value> full =
                values.stream().filter(value -> !value.equals(Nulls.EMPTY_TEXT)).toList();
        if (!full.isEmpty()) {
            if (Choices.differ(full.stream().map(List::of).toList())) {
                site.context()
                        .choices()
                        .note("which of several values `" + site.name() + "` takes is not defined", site.origin());
            }
            return full.getFirst();
        }
        return values.isEmpty()
                ? Nulls.of(site.argumentTypes().isEmpty() ? KqlType.DYNAMIC : site.type())
                : values.get(0);
    }
}
