package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Variances, which the engine rounds to ten decimals, and the deviations that it makes of them. */
final class Variances {
    private static final int DECIMALS = 10;

    private Variances() {}

    static Value sample(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(variance(rows, site, true));
    }

    static Value population(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(variance(rows, site, false));
    }

    static Value sampleDeviation(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(Math.sqrt(variance(rows, site, true)));
    }

    static Value populationDeviation(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(Math.sqrt(variance(rows, site, false)));
    }

    static Value sampleCovariance(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(covariance(complete(rows), site, true));
    }

    static Value populationCovariance(List<List<Value>> rows, CallSite site) {
        return Numbers.ofReal(covariance(complete(rows), site, false));
    }

    private static double variance(List<List<Value>> rows, CallSite site, boolean sample) {
        List<List<Value>> pairs = new ArrayList<>();
        for (Value value : AggregateFunctions.present(rows)) {
            pairs.add(List.of(value, value));
        }
        return covariance(pairs, site, sample);
    }

    private static List<List<Value>> complete(List<List<Value>> rows) {
        return rows.stream().filter(row -> !Nulls.any(row)).toList();
    }

    /** Zero over no value and over one. */
    private static double covariance(List<List<Value>> pairs, CallSite site, boolean sample) {
        if (pairs.size() < 2) {
            return 0;
        }
        double meanX = mean(pairs, 0, site);
        double meanY = mean(pairs, 1, site);
        double sum = 0;
        for (List<Value> pair : pairs) {
            Arguments numbers = new Arguments(site, pair);
            sum += (numbers.real(0) - meanX) * (numbers.real(1) - meanY);
        }
        double result = sum / (sample ? pairs.size() - 1 : pairs.size());
        if (!Double.isFinite(result)) {
            throw site.refuse("a value is not finite");
        }
        return new BigDecimal(result).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static double mean(List<List<Value>> pairs, int which, CallSite site) {
        double sum = 0;
        for (List<Value> pair : pairs) {
            sum += new Arguments(site, pair).real(which);
        }
        return sum / pairs.size();
    }
}
