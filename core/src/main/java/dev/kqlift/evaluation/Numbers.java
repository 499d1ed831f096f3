package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;

/** Numbers of the four numeric types, seen as one another. */
final class Numbers {
    private Numbers() {}

    static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Real || value instanceof Value.Decimal;
    }

    /** The number as a double; only for what {@link #isNumber} holds of. */
    static double real(Value value) {
        return switch (value) {
            case Value.Whole(var number, var ignored) -> number;
            case Value.Real(var number) -> number;
            case Value.Decimal(var number) -> number.doubleValue();
            case Value.Bool ignored -> throw new IllegalArgumentException("no number");
            case Value.Text ignored -> throw new IllegalArgumentException("no number");
            case Value.DateTime ignored -> throw new IllegalArgumentException("no number");
            case Value.TimeSpan ignored -> throw new IllegalArgumentException("no number");
            case Value.Guid ignored -> throw new IllegalArgumentException("no number");
            case Value.Array ignored -> throw new IllegalArgumentException("no number");
            case Value.Bag ignored -> throw new IllegalArgumentException("no number");
            case Value.Null ignored -> throw new IllegalArgumentException("no number");
        };
    }

    /** The number as a decimal: a real by the digits that it is shown with. Not for NaN and the infinities. */
    static BigDecimal decimal(Value value) {
        return switch (value) {
            case Value.Whole(var number, var ignored) -> BigDecimal.valueOf(number);
            case Value.Decimal(var number) -> number;
            default -> BigDecimal.valueOf(real(value));
        };
    }

    static Value ofLong(long number) {
        return new Value.Whole(number, KqlType.LONG);
    }

    static Value ofInt(int number) {
        return new Value.Whole(number, KqlType.INT);
    }

    static Value ofReal(double number) {
        return new Value.Real(number);
    }

    /** The whole number of a value that is one. */
    static long whole(Value value) {
        return ((Value.Whole) value).value();
    }

    /** A number as a value of a wider numeric type; any other value as it is. */
    static Value widened(Value value, KqlType type) {
        if (!isNumber(value)) {
            return value;
        }
        return switch (type) {
            case REAL -> value instanceof Value.Real ? value : ofReal(real(value));
            case DECIMAL ->
                value instanceof Value.Decimal || !Double.isFinite(real(value))
                        ? value
                        : new Value.Decimal(decimal(value));
            case LONG, INT ->
                value instanceof Value.Whole(var number, var ignored) ? new Value.Whole(number, type) : value;
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> value;
        };
    }

    static int compare(Value left, Value right) {
        if (left instanceof Value.Whole(var a, var first) && right instanceof Value.Whole(var b, var second)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.Decimal && isFinite(right) || right instanceof Value.Decimal && isFinite(left)) {
            return decimal(left).compareTo(decimal(right));
        }
        double a = real(left);
        double b = real(right);
        // Unlike Double.compare: -0.0 equals 0.0.
        return a == b ? 0 : Double.compare(a, b);
    }

    static boolean isNaN(Value value) {
        return value instanceof Value.Real(var number) && Double.isNaN(number);
    }

    private static boolean isFinite(Value value) {
        return Double.isFinite(real(value));
    }
}
