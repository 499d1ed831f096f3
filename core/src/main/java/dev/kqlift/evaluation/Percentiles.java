package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Percentiles: the value of the nearest rank, which the engine's estimate is for few values. */
final class Percentiles {
    private Percentiles() {}

    /** A value and how often it counts. */
    private record Weighted(Value value, long weight) {}

    static Value one(List<List<Value>> rows, CallSite site) {
        return rows.isEmpty()
                ? Nulls.of(site.type())
                : ranked(weighted(rows, false, site), rows.get(0).get(1), site);
    }

    static Value oneWeighted(List<List<Value>> rows, CallSite site) {
        return rows.isEmpty()
                ? Nulls.of(site.type())
                : ranked(weighted(rows, true, site), rows.get(0).get(2), site);
    }

    static Value array(List<List<Value>> rows, CallSite site) {
        return all(rows, false, site);
    }

    static Value arrayWeighted(List<List<Value>> rows, CallSite site) {
        return all(rows, true, site);
    }

    private static Value all(List<List<Value>> rows, boolean weights, CallSite site) {
        List<Weighted> values = weighted(rows, weights, site);
        if (values.isEmpty()) {
            throw site.refuse("the percentiles of no values are not known");
        }
        List<Value> result = new ArrayList<>();
        List<Value> asked = rows.get(0).subList(weights ? 2 : 1, rows.get(0).size());
        for (Value each : asked.get(0) instanceof Value.Array(var items) ? items : asked) {
            result.add(Dynamics.of(ranked(values, each, site)));
        }
        return new Value.Array(result);
    }

    /** The values that are not null, in order. */
    private static List<Weighted> weighted(List<List<Value>> rows, boolean weights, CallSite site) {
        List<Weighted> values = new ArrayList<>();
        for (List<Value> row : rows) {
            if (!Nulls.isNull(row.get(0))) {
                long weight = weights ? new Arguments(site, row).whole(1) : 1;
                if (weight < 0) {
                    throw site.refuse("a weight is negative");
                }
                values.add(new Weighted(row.get(0), weight));
            }
        }
        values.sort((x, y) -> ValueOrder.compare(x.value(), y.value(), site.origin()));
        return values;
    }

    private static Value ranked(List<Weighted> values, Value percentile, CallSite site) {
        if (values.isEmpty()) {
            return Nulls.of(site.type());
        }
        double percent = new Arguments(site, List.of(percentile)).real(0);
        if (!(percent >= 0 && percent <= 100)) {
            throw site.refuse("a percentile is not between 0 and 100");
        }
        long total = values.stream().mapToLong(Weighted::weight).sum();
        double rank = percent / 100 * total;
        long seen = 0;
        for (Weighted each : values) {
            seen += each.weight();
            if (seen >= rank && each.weight() > 0) {
                return each.value();
            }
        }
        return values.get(values.size() - 1).value();
    }
}
