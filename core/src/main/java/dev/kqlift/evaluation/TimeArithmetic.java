package dev.kqlift.evaluation;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;

/** Arithmetic with instants and lengths of time. */
final class TimeArithmetic {
    private TimeArithmetic() {}

    static Value of(ArithmeticOperator operator, Value left, Value right, Origin origin) {
        try {
            return exact(operator, left, right, origin);
        } catch (ArithmeticException overflow) {
            throw Refusals.construct("a length of time leaves the range of its type", origin);
        }
    }

    private static Value exact(ArithmeticOperator operator, Value left, Value right, Origin origin) {
        return switch (operator) {
            case ADD -> sum(left, right, origin);
            case SUBTRACT -> difference(left, right, origin);
            case MULTIPLY -> product(left, right, origin);
            case DIVIDE -> quotient(left, right, origin);
            case MODULO -> remainder(left, right, origin);
        };
    }

    private static Value sum(Value left, Value right, Origin origin) {
        if (left instanceof Value.DateTime(var a) && right instanceof Value.TimeSpan(var b)) {
            return Instants.of(Math.addExact(a, b));
        }
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.DateTime(var b)) {
            return Instants.of(Math.addExact(a, b));
        }
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.TimeSpan(var b)) {
            return new Value.TimeSpan(Math.addExact(a, b));
        }
        throw misfit(origin);
    }

    private static Value difference(Value left, Value right, Origin origin) {
        if (left instanceof Value.DateTime(var a) && right instanceof Value.TimeSpan(var b)) {
            return Instants.of(Math.subtractExact(a, b));
        }
        if (left instanceof Value.DateTime(var a) && right instanceof Value.DateTime(var b)) {
            return new Value.TimeSpan(Math.subtractExact(a, b));
        }
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.TimeSpan(var b)) {
            return new Value.TimeSpan(Math.subtractExact(a, b));
        }
        throw misfit(origin);
    }

    private static Value product(Value left, Value right, Origin origin) {
        if (left instanceof Value.TimeSpan(var ticks) && Numbers.isNumber(right)) {
            return scaled(ticks, right, origin);
        }
        if (right instanceof Value.TimeSpan(var ticks) && Numbers.isNumber(left)) {
            return scaled(ticks, left, origin);
        }
        throw misfit(origin);
    }

    private static Value scaled(long ticks, Value factor, Origin origin) {
        return factor instanceof Value.Whole(var number, var ignored)
                ? new Value.TimeSpan(Math.multiplyExact(ticks, number))
                : rounded(ticks * Numbers.real(factor), origin);
    }

    private static Value quotient(Value left, Value right, Origin origin) {
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.TimeSpan(var b)) {
            if (b == 0) {
                throw Refusals.construct("a length of time is divided by one of zero", origin);
            }
            return Numbers.ofReal((double) a / b);
        }
        if (left instanceof Value.TimeSpan(var ticks) && right instanceof Value.Whole(var number, var ignored)) {
            if (number == 0) {
                throw Refusals.construct("a length of time is divided by zero", origin);
            }
            return rounded(ticks / (double) number, origin);
        }
        if (left instanceof Value.TimeSpan(var ticks) && Numbers.isNumber(right)) {
            return rounded(ticks / Numbers.real(right), origin);
        }
        throw misfit(origin);
    }

    /** A number of ticks that is whole; whether the engine cuts or rounds any other is not known. */
    private static Value rounded(double ticks, Origin origin) {
        if (Math.abs(ticks) < 1L << 53 && ticks == Math.rint(ticks)) {
            return new Value.TimeSpan((long) ticks);
        }
        throw Refusals.construct("a length of time is scaled to a fraction of a tick", origin);
    }

    private static Value remainder(Value left, Value right, Origin origin) {
        if (right instanceof Value.TimeSpan(var b) && b > 0) {
            if (left instanceof Value.TimeSpan(var a) && a >= 0) {
                return new Value.TimeSpan(a % b);
            }
            if (left instanceof Value.DateTime(var a)) {
                return new Value.TimeSpan(a % b);
            }
        }
        throw misfit(origin);
    }

    private static NotEvaluated misfit(Origin origin) {
        return Refusals.construct("this arithmetic with times is not evaluated", origin);
    }
}
