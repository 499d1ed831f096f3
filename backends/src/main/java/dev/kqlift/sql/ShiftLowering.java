package dev.kqlift.sql;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Instants moved by lengths of time. What leaves the years 1 to 9999 is null in KQL; the target's range is wider. */
final class ShiftLowering {
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime BEYOND = LocalDateTime.of(10000, 1, 1, 0, 0);

    private final ScalarLowering scalars;
    private final SqlContext context;

    ShiftLowering(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    /**
     * An instant moved by a length of time.
     *
     * @param fits true when the result is known to be an instant of KQL
     */
    Fragment shifted(Fragment instant, Scalar span, ArithmeticOperator operator, boolean fits) {
        boolean back = operator == ArithmeticOperator.SUBTRACT;
        if (span instanceof Scalar.Constant constant && constant.value() instanceof Value.TimeSpan(long ticks)) {
            if (!Ticks.wholeMicroseconds(ticks)) {
                return context.refuse(span, "the target cannot hold a length of time below a microsecond");
            }
            Fragment moved = new Fragment(
                    instant.in(SqlStrengths.ADD) + (back ? " - " : " + ") + Ticks.interval(ticks), SqlStrengths.ADD);
            return fits
                    ? moved
                    : guarded(instant, moved, ChronoUnit.MICROS, exactBack(ticks / Ticks.PER_MICROSECOND, back));
        }
        switch (grain(span, new HashSet<>())) {
            case WHOLE -> {}
            case OF_A_TABLE -> {
                String message = "exact where lengths of time are whole microseconds";
                context.notes().add(span, LocalNote.assumption(message, span.origin()));
            }
            case FINER -> {
                return context.refuse(span, "the target cannot hold a length of time below a microsecond");
            }
        }
        Fragment length = scalars.typed(span);
        return context.operator(back ? "$shifted_back" : "$shifted", instant, length);
    }

    private static long exactBack(long amount, boolean back) {
        return back ? -amount : amount;
    }

    /** An instant moved by a number of units of the calendar. */
    Fragment moved(Scalar node, String unit, long count, Fragment instant) {
        ChronoUnit chrono = switch (unit) {
            case "year" -> ChronoUnit.YEARS;
            case "quarter", "month" -> ChronoUnit.MONTHS;
            case "week" -> ChronoUnit.WEEKS;
            case "day" -> ChronoUnit.DAYS;
            case "hour" -> ChronoUnit.HOURS;
            case "minute" -> ChronoUnit.MINUTES;
            case "second" -> ChronoUnit.SECONDS;
            case "millisecond" -> ChronoUnit.MILLIS;
            case "microsecond" -> ChronoUnit.MICROS;
            default -> throw new IllegalArgumentException(unit);
        };
        if (Math.abs(count) > Long.MAX_VALUE / 1000) {
            return context.refuse(node, "a shift by so many units is not translated");
        }
        long amount = unit.equals("quarter") ? 3 * count : count;
        Fragment moved = new Fragment(
                instant.in(SqlStrengths.ADD) + " + INTERVAL '" + amount + " "
                        + chrono.name().toLowerCase(Locale.ROOT) + "'",
                SqlStrengths.ADD);
        if (chrono == ChronoUnit.MILLIS || chrono == ChronoUnit.MICROS) {
            moved = new Fragment(
                    instant.in(SqlStrengths.ADD) + " + INTERVAL '" + amount + " " + unit + "s'", SqlStrengths.ADD);
        }
        return guarded(instant, moved, chrono, amount);
    }

    /** The moved instant, or null where it would leave the years 1 to 9999. */
    private static Fragment guarded(Fragment instant, Fragment moved, ChronoUnit unit, long amount) {
        if (amount == 0) {
            return instant;
        }
        Optional<LocalDateTime> bound = bound(unit, amount);
        if (bound.isEmpty()) {
            return SqlForms.primary(SqlTypes.missing(KqlType.DATETIME));
        }
        String test = instant.in(SqlStrengths.OTHER) + (amount > 0 ? " < " : " >= ") + "TIMESTAMP '"
                + Ticks.timestamp(bound.get()) + "'";
        return SqlForms.primary("CASE WHEN " + test + " THEN " + moved.text() + " END");
    }

    /** The first instant that leaves the range at its end, or that does not leave it at its start. */
    private static Optional<LocalDateTime> bound(ChronoUnit unit, long amount) {
        try {
            LocalDateTime bound = amount > 0 ? BEYOND.minus(amount, unit) : FIRST.minus(amount, unit);
            return bound.isAfter(FIRST) && bound.isBefore(BEYOND) ? Optional.of(bound) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether a length of time may have a part below a microsecond. */
    private enum Grain {
        WHOLE,
        OF_A_TABLE,
        FINER
    }

    private Grain grain(Scalar span, Set<Column> seen) {
        return switch (span) {
            case Scalar.Constant constant ->
                constant.value() instanceof Value.TimeSpan(long ticks) && !Ticks.wholeMicroseconds(ticks)
                        ? Grain.FINER
                        : Grain.WHOLE;
            case Scalar.ColumnRef reference -> {
                Optional<List<Scalar>> sources = context.facts().definitions(reference.column());
                yield sources.isEmpty()
                        ? Grain.OF_A_TABLE
                        : seen.add(reference.column()) ? worst(sources.get(), seen) : Grain.WHOLE;
            }
            case Scalar.Arithmetic node -> worst(spans(node), seen);
            case Scalar.Negate negate -> grain(negate.operand(), seen);
            default -> spans(span).isEmpty() ? Grain.FINER : worst(spans(span), seen);
        };
    }

    private Grain worst(List<Scalar> spans, Set<Column> seen) {
        Grain worst = Grain.WHOLE;
        for (Scalar span : spans) {
            Grain grain = grain(span, seen);
            worst = grain.compareTo(worst) > 0 ? grain : worst;
        }
        return worst;
    }

    /** Instants of the target are whole microseconds, and so is what lies between two of them. */
    private static List<Scalar> spans(Scalar scalar) {
        return Trees.children(scalar).stream()
                .filter(child -> child.type() == KqlType.TIMESPAN)
                .toList();
    }
}
