package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Functions that work on arrays of numbers item by item. */
final class SeriesFunctions {
    private SeriesFunctions() {}

    static void addTo(FunctionTable table) {
        unary(table, "cos", Math::cos);
        unary(table, "sin", Math::sin);
        unary(table, "tan", Math::tan);
        unary(table, "acos", Math::acos);
        unary(table, "asin", Math::asin);
        unary(table, "atan", Math::atan);
        unary(table, "exp", Math::exp);
        unary(table, "log", Math::log);
        unary(table, "ceiling", Math::ceil);
        unary(table, "floor", Math::floor);
        table.add("series_abs", a -> kept(a, number -> number < 0 ? -1 : 1, true));
        table.add("series_sign", a -> kept(a, number -> (int) Math.signum(number), false));
        binary(table, "add", (x, y) -> bothWhole(x, y) ? whole(Numbers.whole(x) + Numbers.whole(y)) : real(x, y, 1));
        binary(
                table,
                "subtract",
                (x, y) -> bothWhole(x, y) ? whole(Numbers.whole(x) - Numbers.whole(y)) : real(x, y, -1));
        binary(
                table,
                "multiply",
                (x, y) -> bothWhole(x, y)
                        ? whole(Numbers.whole(x) * Numbers.whole(y))
                        : Numbers.ofReal(Numbers.real(x) * Numbers.real(y)));
        binary(table, "divide", (x, y) -> Numbers.ofReal(Numbers.real(x) / Numbers.real(y)));
        binary(table, "pow", (x, y) -> Numbers.ofReal(Math.pow(Numbers.real(x), Numbers.real(y))));
        binary(table, "equals", (x, y) -> Logic.of(Numbers.compare(x, y) == 0));
        binary(table, "not_equals", (x, y) -> Logic.of(Numbers.compare(x, y) != 0));
        binary(table, "greater", (x, y) -> Logic.of(Numbers.compare(x, y) > 0));
        binary(table, "greater_equals", (x, y) -> Logic.of(Numbers.compare(x, y) >= 0));
        binary(table, "less", (x, y) -> Logic.of(Numbers.compare(x, y) < 0));
        binary(table, "less_equals", (x, y) -> Logic.of(Numbers.compare(x, y) <= 0));
        table.add("series_iir", SeriesFunctions::iir);
        table.add("series_dot_product", a -> Numbers.ofReal(dot(a)));
        table.add("series_sum", a -> Numbers.ofReal(sum(doubles(a, 0))));
        table.add("series_product", a -> Numbers.ofReal(product(doubles(a, 0))));
        table.add("series_magnitude", a -> Numbers.ofReal(magnitude(doubles(a, 0))));
        table.add("series_cosine_similarity", SeriesFunctions::cosine);
        table.add("series_pearson_correlation", SeriesFunctions::correlation);
    }

    private static boolean bothWhole(Value x, Value y) {
        return x instanceof Value.Whole && y instanceof Value.Whole;
    }

    private static Value whole(long number) {
        return Numbers.ofLong(number);
    }

    private static Value real(Value x, Value y, int sign) {
        return Numbers.ofReal(Numbers.real(x) + sign * Numbers.real(y));
    }

    static List<Value> items(Arguments a, int index) {
        return a.array(index).orElseThrow(() -> a.refuse("argument " + (index + 1) + " is no array"));
    }

    /** The items as doubles; refuses where one is no number. */
    static double[] doubles(Arguments a, int index) {
        List<Value> items = items(a, index);
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!Numbers.isNumber(items.get(i))) {
                throw a.refuse("an item is no number");
            }
            numbers[i] = Numbers.real(items.get(i));
        }
        return numbers;
    }

    private static Value each(Arguments a, Function<Value, Value> function) {
        List<Value> result = new ArrayList<>();
        for (Value item : items(a, 0)) {
            result.add(Numbers.isNumber(item) ? function.apply(item) : Nulls.DYNAMIC);
        }
        return new Value.Array(result);
    }

    private static void unary(FunctionTable table, String name, DoubleUnaryOperator function) {
        table.add("series_" + name, a -> each(a, x -> Numbers.ofReal(function.applyAsDouble(Numbers.real(x)))));
    }

    /** Multiplies each item by its sign, or gives the sign; whole numbers stay whole. */
    private static Value kept(Arguments a, java.util.function.ToIntFunction<Double> sign, boolean multiplied) {
        return each(a, x -> {
            int factor = sign.applyAsInt(Numbers.real(x));
            if (x instanceof Value.Whole) {
                return whole(multiplied ? Numbers.whole(x) * factor : factor);
            }
            return Numbers.ofReal(multiplied ? Numbers.real(x) * factor : factor);
        });
    }

    /** A number among the arguments stands for an array of it. */
    private static void binary(FunctionTable table, String name, BinaryOperator<Value> operator) {
        table.add("series_" + name, a -> {
            int length = Math.max(length(a, 0), length(a, 1));
            List<Value> result = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                Value x = item(a, 0, i);
                Value y = item(a, 1, i);
                boolean numbers = Numbers.isNumber(x) && Numbers.isNumber(y);
                result.add(numbers ? operator.apply(x, y) : Nulls.DYNAMIC);
            }
            return new Value.Array(result);
        });
    }

    private static int length(Arguments a, int index) {
        return a.array(index).map(List::size).orElse(0);
    }

    private static Value item(Arguments a, int index, int at) {
        if (a.array(index).isEmpty()) {
            return a.value(index);
        }
        if (at >= length(a, index)) {
            throw a.refuse("the arrays are of different lengths");
        }
        return a.array(index).get().get(at);
    }

    // ---- sums

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double product(double[] numbers) {
        double product = 1;
        for (double number : numbers) {
            product *= number;
        }
        return product;
    }

    private static double magnitude(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static double dot(Arguments a) {
        int length = Math.max(length(a, 0), length(a, 1));
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += new Arguments(a.site(), List.of(item(a, 0, i))).real(0)
                    * new Arguments(a.site(), List.of(item(a, 1, i))).real(0);
        }
        return sum;
    }

    private static Value cosine(Arguments a) {
        double left = a.has(2) ? a.real(2) : magnitude(doubles(a, 0));
        double right = a.has(3) ? a.real(3) : magnitude(doubles(a, 1));
        if (left == 0 || right == 0) {
            throw a.refuse("a magnitude is zero");
        }
        return Numbers.ofReal(dot(a) / (left * right));
    }

    private static Value correlation(Arguments a) {
        double[] x = doubles(a, 0);
        double[] y = doubles(a, 1);
        if (x.length != y.length || x.length < 2) {
            throw a.refuse("the arrays are of different lengths or too short");
        }
        double meanX = sum(x) / x.length;
        double meanY = sum(y) / y.length;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (xx == 0 || yy == 0) {
            throw a.refuse("an array does not vary");
        }
        return Numbers.ofReal(xy / Math.sqrt(xx * yy));
    }

    /** The recursive filter: each result is made of the items before it and of the results before it. */
    private static Value iir(Arguments a) {
        double[] x = doubles(a, 0);
        double[] numerators = doubles(a, 1);
        double[] denominators = doubles(a, 2);
        if (denominators.length == 0 || denominators[0] == 0) {
            throw a.refuse("the first denominator is missing or zero");
        }
        double[] y = new double[x.length];
        List<Value> result = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < numerators.length && j <= i; j++) {
                y[i] += numerators[j] * x[i - j];
            }
            for (int j = 1; j < denominators.length && j <= i; j++) {
                y[i] -= denominators[j] * y[i - j];
            }
            y[i] /= denominators[0];
            result.add(Numbers.ofReal(y[i]));
        }
        return new Value.Array(result);
    }
}
