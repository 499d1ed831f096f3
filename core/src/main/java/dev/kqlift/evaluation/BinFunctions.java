package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code bin()} and its like: the multiple of a size that is not greater. A size of zero or less gives null. */
final class BinFunctions {
    private BinFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("bin", a -> bin(a, a.value(0), a.value(1)));
        table.strict("floor", a -> bin(a, a.value(0), a.has(1) ? a.value(1) : Numbers.ofLong(1)));
        table.strict("bin_at", BinFunctions::binAt);
    }

    private static Value bin(Arguments a, Value value, Value size) {
        if (value instanceof Value.DateTime(var ticks) && size instanceof Value.TimeSpan(var step)) {
            return step <= 0 ? a.none() : Instants.of(floor(ticks, step));
        }
        if (value instanceof Value.TimeSpan(var ticks) && size instanceof Value.TimeSpan(var step)) {
            return step <= 0 ? a.none() : new Value.TimeSpan(floor(ticks, step));
        }
        if (!Numbers.isNumber(value) || !Numbers.isNumber(size)) {
            throw a.refuse("these types are not evaluated");
        }
        if (value instanceof Value.Whole(var number, var type) && size instanceof Value.Whole(var step, var stepType)) {
            if (step > 0 && number < Long.MIN_VALUE + step) {
                throw a.refuse("the bin may begin below the range of its type");
            }
            return step <= 0
                    ? a.none()
                    : Numbers.widened(
                            Numbers.ofLong(floor(number, step)), a.site().type());
        }
        if (value instanceof Value.Decimal || size instanceof Value.Decimal) {
            return decimal(a, Numbers.decimal(value), Numbers.decimal(size));
        }
        double step = Numbers.real(size);
        return step > 0 ? Numbers.ofReal(Math.floor(Numbers.real(value) / step) * step) : a.none();
    }

    private static Value decimal(Arguments a, BigDecimal number, BigDecimal step) {
        return step.signum() <= 0
                ? a.none()
                : new Value.Decimal(number.divide(step, 0, RoundingMode.FLOOR).multiply(step));
    }

    private static long floor(long number, long step) {
        return number - Math.floorMod(number, step);
    }

    /** The bins are counted from a fixed point. */
    private static Value binAt(Arguments a) {
        Value value = a.value(0);
        Value size = a.value(1);
        Value fixed = a.value(2);
        if (size instanceof Value.TimeSpan(var step) && step > 0) {
            if (value instanceof Value.DateTime(var ticks) && fixed instanceof Value.DateTime(var origin)) {
                return Instants.of(origin + floor(ticks - origin, step));
            }
            if (value instanceof Value.TimeSpan(var ticks) && fixed instanceof Value.TimeSpan(var origin)) {
                return new Value.TimeSpan(origin + floor(ticks - origin, step));
            }
        }
        if (Numbers.isNumber(value) && Numbers.isNumber(size) && Numbers.isNumber(fixed) && Numbers.real(size) > 0) {
            return number(a, value, size, fixed);
        }
        throw a.refuse("these arguments are not evaluated");
    }

    private static Value number(Arguments a, Value value, Value size, Value fixed) {
        if (a.site().type() == KqlType.REAL) {
            double origin = Numbers.real(fixed);
            double step = Numbers.real(size);
            return Numbers.ofReal(origin + Math.floor((Numbers.real(value) - origin) / step) * step);
        }
        long origin = Numbers.whole(fixed);
        return Numbers.widened(
                Numbers.ofLong(origin + floor(Numbers.whole(value) - origin, Numbers.whole(size))),
                a.site().type());
    }
}
