package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Periods of an array of numbers. The score of a period is the circular autocorrelation at it, scaled so that the least of
 * all lags is 0 and no lag is 1, as recorded of the engine. How it finds periods is not documented, so that one is told
 * only where the autocorrelation and the spectrum both speak for it and for no other.
 */
final class SeriesPeriods {
    /** The least score at which {@code series_seasonal} takes a period that it found. */
    private static final double SEASONAL = 0.7;

    private static final int SHORTEST = 4;

    private final Arguments arguments;
    private final double[] numbers;
    private final double[] scores;
    private final double[] power;

    private SeriesPeriods(Arguments arguments, double[] numbers) {
        this.arguments = arguments;
        this.numbers = numbers;
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double[] centered = Arrays.stream(numbers).map(number -> number - mean).toArray();
        this.scores = scores(centered);
        this.power = power(centered);
    }

    static void addTo(FunctionTable table) {
        table.add("series_seasonal", SeriesPeriods::seasonal);
    }

    // ---- the functions

    /** The median of the values at each place of the period. */
    private static Value seasonal(Arguments a) {
        double[] numbers = SeriesFunctions.doubles(a, 0);
        long period = a.whole(1, -1);
        if (period == -1) {
            Optional<Integer> found = of(a).flatMap(series -> series.best(SHORTEST, numbers.length / 2.0, SEASONAL));
            return repeated(numbers, found.orElse(0));
        }
        if (period <= 0) {
            throw a.refuse("a period that is not over zero");
        }
        return repeated(numbers, (int) Math.min(period, Math.max(1, numbers.length)));
    }

    private static Value repeated(double[] numbers, int period) {
        List<Value> result = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            result.add(Numbers.ofReal(period == 0 ? 0 : median(numbers, i % period, period)));
        }
        return new Value.Array(result);
    }

    private static double median(double[] numbers, int from, int step) {
        double[] places = new double[(numbers.length - from + step - 1) / step];
        for (int i = 0; i < places.length; i++) {
            places[i] = numbers[from + i * step];
        }
        Arrays.sort(places);
        int middle = places.length / 2;
        return places.length % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2;
    }

    static Map<String, Value> detected(Arguments a) {
        SeriesPeriods series = of(a).orElseThrow(() -> a.refuse("the array is too short or does not vary"));
        double from = Math.max(SHORTEST, a.real(1));
        double to = Math.min(series.numbers.length / 2.0, a.real(2));
        long wanted = a.whole(3);
        Optional<Integer> best = series.best(from, to, SEASONAL);
        if (best.isEmpty() || wanted < 1 || wanted > 1 && !series.isAlone(best.get(), from, to)) {
            throw a.refuse("which periods are significant is not certain");
        }
        double[] periods = new double[(int) Math.min(wanted, 100)];
        double[] scores = new double[periods.length];
        periods[0] = best.get();
        scores[0] = series.scores[best.get()];
        return columns(periods, scores);
    }

    static Map<String, Value> validated(Arguments a) {
        SeriesPeriods series = of(a).orElseThrow(() -> a.refuse("the array is too short or does not vary"));
        double[] periods = new double[a.count() - 1];
        double[] scores = new double[periods.length];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = a.real(i + 1);
            scores[i] = series.score(periods[i]);
        }
        return columns(periods, scores);
    }

    private static Map<String, Value> columns(double[] periods, double[] scores) {
        Map<String, Value> columns = new LinkedHashMap<>();
        columns.put("periods", array(periods));
        columns.put("scores", array(scores));
        return columns;
    }

    private static Value array(double[] numbers) {
        return new Value.Array(
                Arrays.stream(numbers).<Value>mapToObj(Numbers::ofReal).toList());
    }

    // ---- what the numbers tell

    /** Empty for an array that is too short for a period, or that does not vary. */
    private static Optional<SeriesPeriods> of(Arguments a) {
        double[] numbers = SeriesFunctions.doubles(a, 0);
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw a.refuse("an item is not finite");
            }
        }
        boolean varies = Arrays.stream(numbers).distinct().count() > 1;
        if (numbers.length > 10_000) {
            throw a.refuse("the array is too long to look for periods");
        }
        return varies && numbers.length >= 2 * SHORTEST ? Optional.of(new SeriesPeriods(a, numbers)) : Optional.empty();
    }

    private static double[] scores(double[] centered) {
        int n = centered.length;
        double[] products = new double[n];
        for (int lag = 0; lag < n; lag++) {
            for (int i = 0; i < n; i++) {
                products[lag] += centered[i] * centered[(i + lag) % n];
            }
        }
        double least = Arrays.stream(products).min().orElse(0);
        return Arrays.stream(products)
                .map(product -> (product - least) / (products[0] - least))
                .toArray();
    }

    /** How much of the numbers' variance each frequency makes, from none to half the length. */
    private static double[] power(double[] centered) {
        int n = centered.length;
        double[] power = new double[n / 2 + 1];
        for (int k = 1; k < power.length; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < n; i++) {
                double angle = 2 * Math.PI * ((long) i * k % n) / n;
                real += centered[i] * Math.cos(angle);
                imaginary += centered[i] * Math.sin(angle);
            }
            power[k] = real * real + imaginary * imaginary;
        }
        return power;
    }

    private boolean isHill(int lag) {
        return scores[lag] > scores[lag - 1] && scores[lag] > scores[lag + 1];
    }

    /** The strongest frequency whose period is in a range. */
    private int strongest(double from, double to) {
        int best = 0;
        for (int k = 1; k < power.length; k++) {
            double period = (double) numbers.length / k;
            if (period >= from && period <= to && (best == 0 || power[k] > power[best])) {
                best = k;
            }
        }
        return best;
    }

    /**
     * The period with the highest score of those that have {@code least}; empty where none has. Refused where the spectrum
     * speaks for another.
     */
    private Optional<Integer> best(double from, double to, double least) {
        int best = 0;
        for (int lag = SHORTEST; lag < numbers.length / 2.0; lag++) {
            if (lag >= from
                    && lag <= to
                    && isHill(lag)
                    && scores[lag] >= least
                    && (best == 0 || scores[lag] > scores[best])) {
                best = lag;
            }
        }
        if (best == 0) {
            return Optional.empty();
        }
        if (!isNear(best, strongest(from, to))) {
            throw arguments.refuse("which period is significant is not certain");
        }
        return Optional.of(best);
    }

    /** Whether a period lies between those of the frequencies beside one. */
    private boolean isNear(int period, int frequency) {
        double n = numbers.length;
        return frequency > 0 && period > n / (frequency + 1) && (frequency == 1 || period < n / (frequency - 1));
    }

    /** Whether all frequencies of a range that are not beside that of a period are weaker than the mean. */
    private boolean isAlone(int period, double from, double to) {
        double mean = Arrays.stream(power).sum() / (power.length - 1);
        for (int k = 1; k < power.length; k++) {
            double other = (double) numbers.length / k;
            boolean beside = isNear(period, k) || isNear(period, k - 1) || isNear(period, k + 1);
            if (other >= from && other <= to && !beside && power[k] >= mean) {
                return false;
            }
        }
        return true;
    }

    private double score(double period) {
        if (period < SHORTEST || period > numbers.length / 2.0) {
            return 0;
        }
        Optional<Integer> best = best(SHORTEST, numbers.length / 2.0, SEASONAL);
        if (best.isPresent() && period == best.get()) {
            return scores[best.get()];
        }
        long frequency = Math.round(numbers.length / period);
        double mean = Arrays.stream(power).sum() / (power.length - 1);
        if (best.isPresent() && !isNear(best.get(), (int) frequency) && power[(int) frequency] < mean) {
            return 0;
        }
        throw arguments.refuse("whether the period " + period + " is significant is not certain");
    }
}
