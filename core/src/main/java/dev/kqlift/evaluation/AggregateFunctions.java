package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aggregate functions that are evaluated, but for those that return several columns. */
public final class AggregateFunctions {
    private static final Map<String, AggregateFunction> TABLE = table();

    private AggregateFunctions() {}

    /** The function of a name; empty where it is not evaluated. */
    public static Optional<AggregateFunction> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    /** The names of all functions that are evaluated. */
    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    private static Map<String, AggregateFunction> table() {
        Map<String, AggregateFunction> table = new LinkedHashMap<>();
        table.put("count", Counting::count);
        table.put("cnt", Counting::count);
        table.put("countif", Counting::countIf);
        table.put("dcount", Counting::distinct);
        table.put("count_distinct", Counting::distinct);
        table.put("dcountif", onlyIf(1, Counting::distinct));
        table.put("count_distinctif", onlyIf(1, Counting::distinct));
        table.put("sum", Sums::sum);
        table.put("sumif", onlyIf(1, Sums::sum));
        table.put("avg", Sums::average);
        table.put("avgif", onlyIf(1, Sums::average));
        table.put("min", Extremes::min);
        table.put("minif", onlyIf(1, Extremes::min));
        table.put("max", Extremes::max);
        table.put("maxif", onlyIf(1, Extremes::max));
        table.put("take_any", Extremes::any);
        table.put("any", Extremes::any);
        table.put("take_anyif", onlyIf(1, Extremes::any));
        table.put("anyif", onlyIf(1, Extremes::any));
        table.put("variance", Variances::sample);
        table.put("varianceif", onlyIf(1, Variances::sample));
        table.put("variancep", Variances::population);
        table.put("variancepif", onlyIf(1, Variances::population));
        table.put("stdev", Variances::sampleDeviation);
        table.put("stdevif", onlyIf(1, Variances::sampleDeviation));
        table.put("stdevp", Variances::populationDeviation);
        table.put("covariance", Variances::sampleCovariance);
        table.put("covarianceif", onlyIf(2, Variances::sampleCovariance));
        table.put("covariancep", Variances::populationCovariance);
        table.put("covariancepif", onlyIf(2, Variances::populationCovariance));
        table.put("percentile", Percentiles::one);
        table.put("percentiles", Percentiles::one);
        table.put("percentilew", Percentiles::oneWeighted);
        table.put("percentilesw", Percentiles::oneWeighted);
        table.put("percentiles_array", Percentiles::array);
        table.put("percentilesw_array", Percentiles::arrayWeighted);
        table.put("make_list", Collecting::list);
        table.put("makelist", Collecting::list);
        table.put("make_list_if", onlyIf(1, Collecting::list));
        table.put("make_list_with_nulls", Collecting::listWithNulls);
        table.put("make_set", Collecting::set);
        table.put("makeset", Collecting::set);
        table.put("make_set_if", onlyIf(1, Collecting::set));
        table.put("make_bag", Collecting::bag);
        table.put("make_dictionary", Collecting::bag);
        table.put("make_bag_if", onlyIf(1, Collecting::bag));
        table.put("hll", Sketches::of);
        table.put("hll_if", onlyIf(1, Sketches::of));
        table.put("hll_merge", Sketches::merged);
        table.put("binary_all_and", (rows, site) -> Counting.bits(rows, site, (x, y) -> x & y));
        table.put("binary_all_or", (rows, site) -> Counting.bits(rows, site, (x, y) -> x | y));
        table.put("binary_all_xor", (rows, site) -> Counting.bits(rows, site, (x, y) -> x ^ y));
        return table;
    }

    /** The function over the rows for which the argument at an index is true; the others keep their order. */
    private static AggregateFunction onlyIf(int condition, AggregateFunction function) {
        return (rows, site) -> {
            List<List<Value>> chosen = new ArrayList<>();
            for (List<Value> row : rows) {
                if (Logic.isTrue(Logic.condition(row.get(condition), site.origin()))) {
                    List<Value> rest = new ArrayList<>(row);
                    rest.remove(condition);
                    chosen.add(rest);
                }
            }
            return function.aggregate(chosen, site);
        };
    }

    /** The first arguments that are not null, in the order of the rows. */
    static List<Value> present(List<List<Value>> rows) {
        List<Value> values = new ArrayList<>(rows.size());
        for (List<Value> row : rows) {
            if (!Nulls.isNull(row.get(0))) {
                values.add(row.get(0));
            }
        }
        return values;
    }
}
