package dev.kqlift.sql;

import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Optional;

/** Aggregate functions inside a {@code summarize}, by the table. */
final class AggregateCalls {
    private final ScalarLowering scalars;
    private final SqlContext context;

    AggregateCalls(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    Fragment lower(Scalar.AggregateCall call) {
        String name = call.function().name();
        List<Scalar> arguments = call.arguments();
        List<KqlType> types = arguments.stream().map(Scalar::type).toList();
        Optional<FunctionMapping> mapping = context.functions().mapping(name, types);
        if (mapping.isPresent() && mapping.get() instanceof FunctionMapping.Form form) {
            context.promise(call, form.promise(), arguments);
            return switch (form.name()) {
                case "sum" -> sum(call, false);
                case "sum-if" -> sum(call, true);
                case "average" -> average(call, false);
                case "average-if" -> average(call, true);
                case "list" -> list(call, false, false, LARGEST);
                case "short-list" -> list(call, false, false, SHORT);
                case "list-if" -> list(call, false, true, LARGEST);
                case "set" -> list(call, true, false, LARGEST);
                case "short-set" -> list(call, true, false, SHORT);
                case "set-if" -> list(call, true, true, LARGEST);
                case "greatest-row", "least-row", "any-row" ->
                    context.refuse(call, "its result is used inside of an expression");
                case "percentile" -> percentile(call);
                default -> throw new IllegalStateException(form.name() + " is no form of an aggregate");
            };
        }
        return scalars.call(call, name, arguments);
    }

    /** No table has more rows. */
    private static final long MOST_ROWS = 1L << 47;

    private Fragment sum(Scalar.AggregateCall call, boolean conditional) {
        Scalar value = call.arguments().getFirst();
        String filter = filter(call, conditional);
        Fragment sum = SqlForms.primary("coalesce(sum(" + scalars.value(value).text() + ")" + filter + ", 0)");
        WholeRange range = context.ranges().of(value).times(WholeRange.of(0, MOST_ROWS));
        return range.within(WholeRange.LONG)
                ? SqlForms.primary("CAST(" + sum.text() + " AS BIGINT)")
                : context.operator("$wrap", sum);
    }

    private String filter(Scalar.AggregateCall call, boolean conditional) {
        return conditional
                ? " FILTER (WHERE "
                        + scalars.condition(call.arguments().get(1), Truth.ONLY).text() + ")"
                : "";
    }

    /** The sum wraps round before it is divided. Over nothing the average is NaN. */
    private Fragment average(Scalar.AggregateCall call, boolean conditional) {
        String value = scalars.value(call.arguments().getFirst()).text();
        return new Fragment(
                "CAST(" + sum(call, conditional).text() + " AS DOUBLE) / count(" + value + ")"
                        + filter(call, conditional),
                SqlStrengths.MULTIPLY);
    }

    private Fragment percentile(Scalar.AggregateCall call) {
        Scalar share = call.arguments().get(1);
        Optional<Double> percent = share instanceof Scalar.Constant constant
                ? switch (constant.value()) {
                    case Value.Whole whole -> Optional.of((double) whole.value());
                    case Value.Real real -> Optional.of(real.value());
                    default -> Optional.empty();
                }
                : Optional.empty();
        if (percent.isEmpty() || !(percent.get() >= 0 && percent.get() <= 100)) {
            return context.refuse(call, "the percentage is no constant from 0 to 100");
        }
        return SqlForms.primary("quantile_disc("
                + scalars.value(call.arguments().getFirst()).text() + ", " + percent.get() / 100 + ")");
    }

    /** The most items that an array of values has, and that of the older functions where no size is given. */
    private static final long LARGEST = 1_048_576;

    private static final long SHORT = 128;

    private static final String TOO_LONG = "an array has more than " + LARGEST + " items";

    /** Nulls stay out; over nothing the list is empty, not null. */
    private Fragment list(Scalar.AggregateCall call, boolean set, boolean conditional, long size) {
        List<Scalar> arguments = call.arguments();
        int limitAt = conditional ? 2 : 1;
        long most = size;
        if (arguments.size() > limitAt) {
            Optional<Long> given = SqlForms.number(arguments.get(limitAt));
            if (given.isEmpty() || given.get() < 1 || given.get() > LARGEST) {
                return context.refuse(call, "the size is no constant from 1 to " + LARGEST);
            }
            most = given.get();
        }
        String limit = most == LARGEST ? "" : "[1:" + most + "]";
        if (most == LARGEST && !context.dataAtHand()) {
            String message = "exact where an array has at most " + LARGEST + " items; KQL keeps no more";
            context.notes().add(call, LocalNote.assumption(message, call.origin()));
        } else if (most != LARGEST) {
            String message = "of more than " + most + " values KQL keeps any " + most;
            context.notes().add(call, LocalNote.leftOpen(message, call.origin(), List.of()));
        }
        Scalar value = arguments.getFirst();
        if (value.type() == KqlType.DYNAMIC) {
            // Arrays among the values would be taken apart.
            return context.refuse(call, "a list of dynamic values is not translated");
        }
        List<String> order = scalars.scope().orderBy();
        if (!set && order.isEmpty()) {
            context.notes()
                    .add(
                            call,
                            LocalNote.leftOpen(
                                    "the rows have no order, so that the items of the list have none",
                                    call.origin(),
                                    List.of()));
        }
        boolean ties = !order.isEmpty()
                && !(value instanceof Scalar.Constant)
                && !(value instanceof Scalar.ColumnRef reference
                        && scalars.scope().settled().contains(reference.column().id()));
        if (!set
                && ties
                && !scalars.scope()
                        .settled()
                        .containsAll(scalars.scope().columns().keySet())) {
            String message = "where rows share their place in the order, KQL leaves the order of their items open";
            context.notes().add(call, LocalNote.leftOpen(message, call.origin(), List.of()));
        }
        String item = new SqlForms(scalars).item(value).text();
        String present =
                value.type() == KqlType.STRING ? "" : scalars.value(value).in(SqlStrengths.OTHER) + " IS NOT NULL";
        if (conditional) {
            String condition = scalars.condition(arguments.get(1), Truth.ONLY).in(SqlStrengths.NOT);
            present = present.isEmpty() ? condition : present + " AND " + condition;
        }
        String filter = present.isEmpty() ? "" : " FILTER (WHERE " + present + ")";
        String ordering = set || order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order);
        String items = "coalesce(list(" + (set ? "DISTINCT " : "") + item + ordering + ")" + filter + ", [])";
        return SqlForms.primary("to_json(" + (context.dataAtHand() ? bounded(items) : items) + limit + ")");
    }

    /** Where nobody reads a note, a list that is longer than any of KQL's ends the query. */
    private static String bounded(String items) {
        return "CASE WHEN len(" + items + ") > " + LARGEST + " THEN error('" + TOO_LONG + "') ELSE " + items + " END";
    }
}
