package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions of numbers. */
final class MathFunctions {
    private MathFunctions() {}

    static void addTo(FunctionTable table) {
        real(table, "sqrt", Math::sqrt);
        real(table, "exp", Math::exp);
        real(table, "exp2", x -> Math.pow(2, x));
        real(table, "exp10", x -> Math.pow(10, x));
        real(table, "log", Math::log);
        real(table, "log10", Math::log10);
        real(table, "log2", MathFunctions::log2);
        real(table, "sign", Math::signum);
        real(table, "sin", Math::sin);
        real(table, "cos", Math::cos);
        real(table, "tan", Math::tan);
        real(table, "cot", x -> 1 / Math.tan(x));
        real(table, "asin", Math::asin);
        real(table, "acos", Math::acos);
        real(table, "atan", Math::atan);
        real(table, "degrees", x -> x * 180 / Math.PI);
        real(table, "radians", x -> x * Math.PI / 180);
        table.add("pi", a -> Numbers.ofReal(Math.PI));
        table.strict("pow", a -> Numbers.ofReal(Math.pow(a.real(0), a.real(1))));
        table.strict("atan2", a -> Numbers.ofReal(Math.atan2(a.real(0), a.real(1))));
        table.strict("abs", MathFunctions::abs);
        table.strict("ceiling", MathFunctions::ceiling);
        table.strict("round", MathFunctions::round);
        table.add("max_of", a -> extreme(a, 1));
        table.add("min_of", a -> extreme(a, -1));
        bits(table, "binary_and", (x, y) -> x & y);
        bits(table, "binary_or", (x, y) -> x | y);
        bits(table, "binary_xor", (x, y) -> x ^ y);
        table.strict("binary_not", a -> Numbers.ofLong(~a.whole(0)));
        table.strict("binary_shift_left", a -> shifted(a, true));
        table.strict("binary_shift_right", a -> shifted(a, false));
        table.strict("bitset_count_ones", a -> Numbers.ofLong(Long.bitCount(a.whole(0))));
    }

    private static void real(FunctionTable table, String name, DoubleUnaryOperator function) {
        table.strict(name, a -> Numbers.ofReal(function.applyAsDouble(a.real(0))));
    }

    private static void bits(FunctionTable table, String name, LongBinaryOperator function) {
        table.strict(name, a -> Numbers.ofLong(function.applyAsLong(a.whole(0), a.whole(1))));
    }

    /** Exact for powers of two, as the engine's. */
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }

    private static Value shifted(Arguments a, boolean left) {
        long count = a.whole(1);
        if (count < 0 || count > 63 || !left && a.whole(0) < 0) {
            throw a.refuse("the shift is out of range or the number negative");
        }
        return Numbers.ofLong(left ? a.whole(0) << count : a.whole(0) >> count);
    }

    private static Value abs(Arguments a) {
        return switch (a.value(0)) {
            case Value.Whole(var number, var ignored)
            when number != Long.MIN_VALUE ->
                new Value.Whole(Math.abs(number), a.site().type());
            case Value.Real(var number) -> Numbers.ofReal(Math.abs(number));
            case Value.Decimal(var number) -> new Value.Decimal(number.abs());
            case Value.TimeSpan(var ticks) when ticks != Long.MIN_VALUE -> new Value.TimeSpan(Math.abs(ticks));
            default -> throw a.refuse("argument 1 is no number");
        };
    }

    private static Value ceiling(Arguments a) {
        if (a.value(0) instanceof Value.Decimal(var number)) {
            return new Value.Decimal(number.setScale(0, RoundingMode.CEILING));
        }
        return Numbers.ofReal(Math.ceil(a.real(0)));
    }

    /** Half goes away from zero; where the digits of a double do not tell whether it is half, the call is refused. */
    private static Value round(Arguments a) {
        long places = a.whole(1, 0);
        if (places < -15 || places > 15) {
            throw a.refuse("the number of places is out of range");
        }
        return switch (a.value(0)) {
            case Value.Decimal(var number) -> new Value.Decimal(number.setScale((int) places, RoundingMode.HALF_UP));
            case Value.Whole(var number, var type)
            when places >= 0 -> Numbers.widened(a.value(0), a.site().type());
            case Value.Whole(var number, var type) ->
                new Value.Whole(
                        BigDecimal.valueOf(number)
                                .setScale((int) places, RoundingMode.HALF_UP)
                                .longValue(),
                        a.site().type());
            default -> rounded(a, a.real(0), (int) places);
        };
    }

    private static Value rounded(Arguments a, double number, int places) {
        if (!Double.isFinite(number)) {
            return Numbers.ofReal(number);
        }
        BigDecimal exact = new BigDecimal(number).setScale(places, RoundingMode.HALF_UP);
        BigDecimal shown = BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP);
        if (exact.compareTo(shown) != 0) {
            throw a.refuse("whether " + number + " is rounded up or down is not certain here");
        }
        double result = exact.doubleValue();
        return Numbers.ofReal(result == 0 && number < 0 ? -0.0 : result);
    }

    /** The largest or smallest of the values that are not null; NaN where one of them is. */
    private static Value extreme(Arguments a, int direction) {
        KqlType type = a.site().type();
        Optional<Value> best = Optional.empty();
        for (Value each : a.values()) {
            Value value = Numbers.widened(each, type);
            if (Nulls.isNull(value)) {
                continue;
            }
            if (value.type() != type) {
                throw a.refuse("the arguments are of several types, or dynamic");
            }
            if (Numbers.isNaN(value)) {
                return value;
            }
            if (best.isEmpty() || ValueOrder.compare(value, best.get(), a.site().origin()) * direction > 0) {
                best = Optional.of(value);
            }
        }
        return best.orElse(Nulls.of(type));
    }
}
