package dev.kqlift.evaluation;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.MathContext;

/** The arithmetic operators. Whole numbers wrap around at 64 bits, as in the engine. */
final class Arithmetic {
    private Arithmetic() {}

    /**
     * The result of an operator.
     *
     * @param type the type that the binder gives to it
     */
    static Value of(ArithmeticOperator operator, Value left, Value right, KqlType type, Origin origin) {
        if (Nulls.isNull(left) || Nulls.isNull(right)) {
            return Nulls.of(type);
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return numbers(operator, left, right, type, origin);
        }
        if (isTime(left) || isTime(right)) {
            return TimeArithmetic.of(operator, left, right, origin);
        }
        throw Refusals.construct("a dynamic value that is no number stands in arithmetic; convert it", origin);
    }

    static Value negated(Value value, Origin origin) {
        return switch (value) {
            case Value.Whole(var number, var ignored) -> Numbers.ofLong(-number);
            case Value.Real(var number) -> Numbers.ofReal(-number);
            case Value.Decimal(var number) -> new Value.Decimal(number.negate());
            case Value.TimeSpan(var ticks) -> new Value.TimeSpan(-ticks);
            case Value.Null isNull -> isNull;
            default -> throw Refusals.construct("a minus sign stands before what is no number", origin);
        };
    }

    private static boolean isTime(Value value) {
        return value instanceof Value.DateTime || value instanceof Value.TimeSpan;
    }

    private static Value numbers(ArithmeticOperator operator, Value left, Value right, KqlType type, Origin origin) {
        KqlType natural = widest(left.type(), right.type());
        if (type.isNumeric() && natural != type && !(type == KqlType.REAL && natural == KqlType.LONG)) {
            throw Refusals.construct(
                    "a dynamic number is a " + natural.word() + " where the other side is not; convert it", origin);
        }
        return switch (type.isNumeric() ? type : natural) {
            case REAL -> Numbers.ofReal(real(operator, Numbers.real(left), Numbers.real(right)));
            case DECIMAL -> decimal(operator, left, right, origin);
            case INT, LONG -> whole(operator, Numbers.whole(left), Numbers.whole(right), origin);
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> throw new IllegalStateException();
        };
    }

    private static KqlType widest(KqlType left, KqlType right) {
        if (left == KqlType.DECIMAL || right == KqlType.DECIMAL) {
            return KqlType.DECIMAL;
        }
        return left == KqlType.REAL || right == KqlType.REAL ? KqlType.REAL : KqlType.LONG;
    }

    private static Value whole(ArithmeticOperator operator, long a, long b, Origin origin) {
        return switch (operator) {
            case ADD -> Numbers.ofLong(a + b);
            case SUBTRACT -> Numbers.ofLong(a - b);
            case MULTIPLY -> Numbers.ofLong(a * b);
            case DIVIDE -> {
                if (a == Long.MIN_VALUE && b == -1) {
                    throw Refusals.construct("the smallest long is divided by -1", origin);
                }
                yield b == 0 ? Nulls.of(KqlType.LONG) : Numbers.ofLong(a / b);
            }
            case MODULO -> {
                if (b == Long.MIN_VALUE) {
                    throw Refusals.construct("a remainder by the smallest long is asked for", origin);
                }
                yield b == 0 ? Nulls.of(KqlType.LONG) : Numbers.ofLong(Math.floorMod(a, Math.abs(b)));
            }
        };
    }

    private static double real(ArithmeticOperator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MODULO -> {
                double rest = a % Math.abs(b);
                yield rest < 0 ? rest + Math.abs(b) : rest;
            }
        };
    }

    private static Value decimal(ArithmeticOperator operator, Value left, Value right, Origin origin) {
        if (!Double.isFinite(Numbers.real(left)) || !Double.isFinite(Numbers.real(right))) {
            throw Refusals.construct("a decimal is computed with a number that is not finite", origin);
        }
        BigDecimal a = Numbers.decimal(left);
        BigDecimal b = Numbers.decimal(right);
        if (b.signum() == 0 && (operator == ArithmeticOperator.DIVIDE || operator == ArithmeticOperator.MODULO)) {
            throw Refusals.construct("a decimal is divided by zero", origin);
        }
        return new Value.Decimal(
                switch (operator) {
                    case ADD -> a.add(b);
                    case SUBTRACT -> a.subtract(b);
                    case MULTIPLY -> a.multiply(b, MathContext.DECIMAL128);
                    case DIVIDE -> trimmed(a.divide(b, MathContext.DECIMAL128));
                    case MODULO -> {
                        BigDecimal rest = a.remainder(b.abs());
                        yield rest.signum() < 0 ? rest.add(b.abs()) : rest;
                    }
                });
    }

    private static BigDecimal trimmed(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
