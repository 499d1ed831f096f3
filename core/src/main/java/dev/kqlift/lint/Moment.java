package dev.kqlift.lint;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.Optional;

/**
 * A point in time as far as the query tells it: so many ticks of 100 ns after now, or a date.
 *
 * @param relative whether {@code ticks} counts from now, negative in the past, and not from the year 1
 */
record Moment(boolean relative, long ticks) {
    static final long TICKS_PER_SECOND = 10_000_000L;

    /** The moment that a scalar stands for; empty where it is not known, or depends on the row. */
    static Optional<Moment> of(Scalar scalar) {
        if (scalar instanceof Scalar.Constant(Value.DateTime(var ticks), var origin)) {
            return Optional.of(new Moment(false, ticks));
        }
        if (scalar instanceof Scalar.Call call) {
            return of(call);
        }
        return scalar instanceof Scalar.Arithmetic arithmetic ? of(arithmetic) : Optional.empty();
    }

    private static Optional<Moment> of(Scalar.Call call) {
        boolean now = call.function().name().equals("now");
        if (now && call.arguments().isEmpty()) {
            return Optional.of(new Moment(true, 0));
        }
        if ((now || call.function().name().equals("ago")) && call.arguments().size() == 1) {
            return length(call.arguments().getFirst()).map(length -> new Moment(true, now ? length : -length));
        }
        return Optional.empty();
    }

    private static Optional<Moment> of(Scalar.Arithmetic arithmetic) {
        boolean minus = arithmetic.operator() == ArithmeticOperator.SUBTRACT;
        if (!minus && arithmetic.operator() != ArithmeticOperator.ADD) {
            return Optional.empty();
        }
        Optional<Moment> from = of(arithmetic.left());
        Optional<Long> length = length(arithmetic.right());
        return from.isPresent() && length.isPresent()
                ? Optional.of(new Moment(
                        from.get().relative, minus ? from.get().ticks - length.get() : from.get().ticks + length.get()))
                : Optional.empty();
    }

    /** The ticks of a constant length of time. */
    static Optional<Long> length(Scalar scalar) {
        // A hundred thousand years are no window; without a bound, sums would overflow.
        return scalar instanceof Scalar.Constant(Value.TimeSpan(var ticks), var origin)
                        && Math.abs(ticks) < Long.MAX_VALUE / 8
                ? Optional.of(ticks)
                : Optional.empty();
    }

    /** Whether this is after another moment; false where they cannot be compared. */
    boolean isAfter(Moment other) {
        return relative == other.relative && ticks > other.ticks;
    }
}
