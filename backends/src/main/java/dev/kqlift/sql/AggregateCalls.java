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
            context.promise(call, form.promise());
            return switch (form.name()) {
                case "list" -> list(call, false, false);
                case "list-if" -> list(call, false, true);
                case "set" -> list(call, true, false);
                case "set-if" -> list(call, true, true);
                case "greatest-row", "least-row", "any-row" ->
                    context.refuse(call, "its result is used inside of an expression");
                case "percentile" -> percentile(call);
                default -> throw new IllegalStateException(form.name() + " is no form of an aggregate");
            };
        }
        return scalars.call(call, name, arguments);
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
        return SqlForms.primary("quantile_disc(" + scalars.value(call.arguments().getFirst()).text() + ", "
                + percent.get() / 100 + ")");
    }

    /** Nulls stay out; over nothing the list is empty, not null. */
    private Fragment list(Scalar.AggregateCall call, boolean set, boolean conditional) {
        List<Scalar> arguments = call.arguments();
        int limitAt = conditional ? 2 : 1;
        String limit = "";
        if (arguments.size() > limitAt) {
            Optional<Long> most = SqlForms.number(arguments.get(limitAt));
            if (most.isEmpty() || most.get() < 1) {
                return context.refuse(call, "the size is no constant above 0");
            }
            limit = "[1:" + most.get() + "]";
            context.notes()
                    .add(
                            call,
                            LocalNote.leftOpen(
                                    "of more than " + most.get() + " values KQL keeps any " + most.get(),
                                    call.origin(),
                                    List.of()));
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
        String item = new SqlForms(scalars).item(value).text();
        String present = value.type() == KqlType.STRING
                ? ""
                : scalars.value(value).in(SqlStrengths.OTHER) + " IS NOT NULL";
        if (conditional) {
            String condition = scalars.condition(arguments.get(1), Truth.ONLY).in(SqlStrengths.NOT);
            present = present.isEmpty() ? condition : present + " AND " + condition;
        }
        String filter = present.isEmpty() ? "" : " FILTER (WHERE " + present + ")";
        String ordering = set || order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order);
        return SqlForms.primary("to_json(coalesce(list(" + (set ? "DISTINCT " : "") + item + ordering + ")" + filter
                + ", [])" + limit + ")");
    }
}
