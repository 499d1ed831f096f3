package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Functions that tell several things of an array of numbers at once. */
final class SeriesStatistics {
    /** The functions, each with the columns that it makes; a call itself is the first of them. */
    static final Map<String, Function<Arguments, Map<String, Value>>> COLUMNS = columns();

    private SeriesStatistics() {}

    private static Map<String, Function<Arguments, Map<String, Value>>> columns() {
        Map<String, Function<Arguments, Map<String, Value>>> columns = new LinkedHashMap<>();
        columns.put("series_stats", a -> statistics(a, false));
        columns.put("series_fit_line", SeriesStatistics::line);
        columns.put("series_periods_detect", SeriesPeriods::detected);
        columns.put("series_periods_validate", SeriesPeriods::validated);
        return columns;
    }

    static void addTo(FunctionTable table) {
        COLUMNS.forEach((name, function) ->
                table.add(name, a -> function.apply(a).values().iterator().next()));
        table.add("series_stats_dynamic", a -> new Value.Bag(statistics(a, true)));
    }

    private static Map<String, Value> statistics(Arguments a, boolean more) {
        double[] numbers = SeriesFunctions.doubles(a, 0);
        if (numbers.length == 0 || a.has(1)) {
            throw a.refuse("the array is empty, or numbers that are not finite are to be left out");
        }
        int min = 0;
        int max = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw a.refuse("an item is not finite");
            }
            min = numbers[i] < numbers[min] ? i : min;
            max = numbers[i] > numbers[max] ? i : max;
        }
        double variance = numbers.length == 1 ? 0 : squares(numbers) / (numbers.length - 1);
        Map<String, Value> result = new LinkedHashMap<>();
        result.put("min", Numbers.ofReal(numbers[min]));
        result.put("min_idx", Numbers.ofLong(min));
        result.put("max", Numbers.ofReal(numbers[max]));
        result.put("max_idx", Numbers.ofLong(max));
        result.put("avg", Numbers.ofReal(SeriesFunctions.sum(numbers) / numbers.length));
        result.put("stdev", Numbers.ofReal(Math.sqrt(variance)));
        result.put("variance", Numbers.ofReal(variance));
        if (more) {
            result.put("sum", Numbers.ofReal(SeriesFunctions.sum(numbers)));
            result.put("len", Numbers.ofLong(numbers.length));
        }
        return result;
    }

    /** The sum of the squared distances from the mean. */
    private static double squares(double[] numbers) {
        double mean = SeriesFunctions.sum(numbers) / numbers.length;
        double sum = 0;
        for (double number : numbers) {
            sum += (number - mean) * (number - mean);
        }
        return sum;
    }

    /** The straight line that fits best: how well, how steep, where it starts. */
    private static Map<String, Value> line(Arguments a) {
        double[] y = SeriesFunctions.doubles(a, 0);
        double squares = squares(y);
        if (y.length < 2 || squares == 0) {
            throw a.refuse("the array is too short or does not vary");
        }
        double meanX = (y.length - 1) / 2.0;
        double meanY = SeriesFunctions.sum(y) / y.length;
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < y.length; i++) {
            xy += (i - meanX) * (y[i] - meanY);
            xx += (i - meanX) * (i - meanX);
        }
        double slope = xy / xx;
        Map<String, Value> result = new LinkedHashMap<>();
        result.put("rsquare", Numbers.ofReal(slope * xy / squares));
        result.put("slope", Numbers.ofReal(slope));
        result.put("interception", Numbers.ofReal(meanY - slope * meanX));
        return result;
    }
}
