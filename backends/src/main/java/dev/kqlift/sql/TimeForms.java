package dev.kqlift.sql;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forms over instants and lengths of time, and bins of anything. */
final class TimeForms {
    /** A clock shows the years 2000 to 2100. */
    private static final WholeRange NOW = WholeRange.of(630_822_816_000_000_000L, 662_695_776_000_000_000L);

    private final ScalarLowering scalars;
    private final SqlContext context;

    TimeForms(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    /** Bins count from 0001-01-01, and of negative numbers downwards. */
    Fragment bin(Scalar node, List<Scalar> arguments) {
        Scalar value = arguments.get(0);
        if (!(arguments.get(1) instanceof Scalar.Constant constant)) {
            return context.refuse(node, "the size of the bins is no constant");
        }
        Value size = constant.value();
        KqlType type = value.type();
        if (type == KqlType.DATETIME && size instanceof Value.TimeSpan(long ticks)) {
            if (ticks <= 0 || !Ticks.wholeMicroseconds(ticks)) {
                return context.refuse(node, "bins of no length, or of parts of a microsecond");
            }
            return SqlForms.primary("time_bucket(" + Ticks.interval(ticks) + ", "
                    + scalars.value(value).text() + ", TIMESTAMP '0001-01-01 00:00:00')");
        }
        if (type == KqlType.TIMESPAN && size instanceof Value.TimeSpan(long ticks) && ticks > 0) {
            return whole(value, ticks);
        }
        if (type.isInteger() && size instanceof Value.Whole whole && whole.value() > 0) {
            return whole(value, whole.value());
        }
        if (type == KqlType.REAL && size instanceof Value.Whole whole && whole.value() > 0) {
            return real(value, whole.value() + "e0");
        }
        return context.refuse(node, "bins of this size over " + type.word() + " are not translated");
    }

    private Fragment whole(Scalar value, long size) {
        ArithmeticLowering arithmetic = new ArithmeticLowering(scalars);
        WholeRange range = context.ranges().of(value);
        WholeRange bins = range.minus(WholeRange.of(0, size - 1));
        boolean huge = !bins.within(WholeRange.LONG)
                || !WholeRange.of(size, size).plus(WholeRange.of(0, size)).within(WholeRange.LONG);
        Fragment number = huge
                ? SqlForms.primary("CAST(" + arithmetic.wide(value).text() + " AS HUGEINT)")
                : arithmetic.wide(value);
        // A remainder has the sign of the number in the target, so it is made positive first.
        Fragment bin = new Fragment(
                number.in(SqlStrengths.ADD) + " - ((" + number.in(SqlStrengths.MULTIPLY) + " % " + size + ") + " + size
                        + ") % " + size,
                SqlStrengths.ADD);
        return arithmetic.wrapped(new ArithmeticLowering.Exact(bin, bins, huge));
    }

    private Fragment real(Scalar value, String size) {
        return new Fragment(
                "floor(" + scalars.value(value).in(SqlStrengths.MULTIPLY) + " / " + size + ") * " + size,
                SqlStrengths.MULTIPLY);
    }

    Fragment ago(Scalar node, List<Scalar> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().type() != KqlType.TIMESPAN) {
            return context.refuse(node, "`ago` of something else than a length of time");
        }
        WholeRange instants = NOW.minus(context.ranges().of(arguments.getFirst()));
        return new ShiftLowering(scalars)
                .shifted(
                        context.operator("$now"),
                        arguments.getFirst(),
                        ArithmeticOperator.SUBTRACT,
                        instants.within(WholeRange.INSTANTS));
    }

    private Optional<String> unit(Scalar scalar) {
        return SqlForms.text(scalar).map(text -> text.toLowerCase(Locale.ROOT)).filter(unit -> switch (unit) {
            case "year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond" ->
                true;
            default -> false;
        });
    }

    /** Boundaries crossed. Weeks start on Sunday here and on Monday in the target. */
    Fragment difference(Scalar node, List<Scalar> arguments) {
        Optional<String> unit = unit(arguments.get(0));
        if (unit.isEmpty()) {
            return context.refuse(node, "the unit is no constant that the target knows");
        }
        String later = scalars.value(arguments.get(1)).text();
        String earlier = scalars.value(arguments.get(2)).text();
        if (unit.get().equals("week")) {
            return new Fragment(
                    "date_diff('day', " + week(arguments.get(2)) + ", " + week(arguments.get(1)) + ") // 7",
                    SqlStrengths.MULTIPLY);
        }
        return SqlForms.primary("date_diff('" + unit.get() + "', " + earlier + ", " + later + ")");
    }

    /** The Monday after the Sunday on which a week starts. */
    private String week(Scalar instant) {
        return "date_trunc('week', " + scalars.value(instant).in(SqlStrengths.ADD) + " + INTERVAL '1 days')";
    }

    Fragment add(Scalar node, List<Scalar> arguments) {
        Optional<String> unit = unit(arguments.get(0));
        Optional<Long> count = SqlForms.number(arguments.get(1));
        if (unit.isEmpty() || count.isEmpty()) {
            return context.refuse(node, "the unit or the number is no constant that the target knows");
        }
        return new ShiftLowering(scalars).moved(node, unit.get(), count.get(), scalars.value(arguments.get(2)));
    }
}
