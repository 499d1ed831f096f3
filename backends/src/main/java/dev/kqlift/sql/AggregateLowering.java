package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code summarize}, {@code distinct}, {@code count}. */
final class AggregateLowering {
    private final RelationLowering relations;
    private final SqlContext context;

    AggregateLowering(RelationLowering relations) {
        this.relations = relations;
        this.context = relations.context();
    }

    /** A call that returns several columns of one row: {@code arg_max(t, a, b)}. */
    private record RowCall(Scalar.AggregateCall call, String struct, Map<Assignment, String> fields) {}

    Optional<SqlRelation> lower(Relation.Aggregate aggregate, SqlRelation input) {
        if (aggregate.open()) {
            context.refuse(aggregate, "the columns are not all known");
            return Optional.empty();
        }
        boolean noTies = UniqueKeys.hold(aggregate.input(), input.orderColumns());
        ScalarLowering scalars = relations.scalars(noTies ? input.scope().withoutTies() : input.scope());
        Map<ColumnId, String> names = new LinkedHashMap<>();
        List<SqlPlan.Item> items = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Assignment key : aggregate.keys()) {
            KqlType type = key.value().type();
            if (type == KqlType.DYNAMIC || type == KqlType.UNKNOWN) {
                context.refuse(aggregate, "rows are grouped by a " + type.word() + " value");
                return Optional.empty();
            }
            if (type == KqlType.REAL) {
                context.assume(key.value(), DataAssumption.FINITE, key.value());
            }
            add(key.column(), scalars.typed(key.value()), names, items, taken);
            places.add(items.size());
        }
        if (aggregate.aggregates().isEmpty()) {
            SqlPlan.Select select = SqlPlan.Select.of(items, input.source()).unique();
            return items.isEmpty()
                    ? refused(aggregate, "`distinct` without columns")
                    : Optional.of(relations.step("distinct", select, names, List.of()));
        }
        List<RowCall> rowCalls = new ArrayList<>();
        for (Assignment assignment : aggregate.aggregates()) {
            Optional<Scalar.AggregateCall> call = rowCall(assignment.value());
            if (call.isPresent()) {
                rowCalls.add(new RowCall(call.get(), "row_" + (rowCalls.size() + 1), new LinkedHashMap<>()));
                rowCalls.getLast().fields().put(assignment, "f1");
            } else if (!aggregates(assignment.value())) {
                if (rowCalls.isEmpty()) {
                    return refused(aggregate, "a column without an aggregate");
                }
                boolean passed = assignment.value() instanceof Scalar.ColumnRef;
                if (!passed || relations.required().needs(aggregate, assignment.column())) {
                    Map<Assignment, String> fields = rowCalls.getLast().fields();
                    fields.put(assignment, "f" + (fields.size() + 1));
                }
            } else {
                add(assignment.column(), scalars.typed(assignment.value()), names, items, taken);
            }
        }
        String kind = aggregate.kind() == Relation.AggregateKind.COUNT ? "count" : "summarize";
        if (rowCalls.isEmpty()) {
            return Optional.of(relations.step(
                    kind, SqlPlan.Select.of(items, input.source()).groupedBy(places), names, List.of()));
        }
        return Optional.of(withRows(aggregate, input, rowCalls, names, items, places, taken));
    }

    private static boolean aggregates(Scalar scalar) {
        return scalar instanceof Scalar.AggregateCall
                || Trees.children(scalar).stream().anyMatch(AggregateLowering::aggregates);
    }

    private Optional<SqlRelation> refused(Relation.Aggregate aggregate, String message) {
        context.refuse(aggregate, message);
        return Optional.empty();
    }

    private static void add(
            Column column, Fragment value, Map<ColumnId, String> names, List<SqlPlan.Item> items, Set<String> taken) {
        String name = SqlNames.free(column.name(), taken);
        names.put(column.id(), name);
        // Named in any case: an aggregate's own name is not the column's.
        items.add(new SqlPlan.Item(value, Optional.of(name)));
    }

    private Optional<Scalar.AggregateCall> rowCall(Scalar value) {
        return value instanceof Scalar.AggregateCall call
                        && form(call).filter(SqlForms.ROWS::contains).isPresent()
                ? Optional.of(call)
                : Optional.empty();
    }

    private Optional<String> form(Scalar.AggregateCall call) {
        List<KqlType> types = call.arguments().stream().map(Scalar::type).toList();
        return context.functions()
                .mapping(call.function().name(), types)
                .map(mapping -> mapping instanceof FunctionMapping.Form form ? form.name() : "");
    }

    /** One structure for each call, so that all of its columns are of one row; taken apart in a second step. */
    private SqlRelation withRows(
            Relation.Aggregate aggregate,
            SqlRelation input,
            List<RowCall> rowCalls,
            Map<ColumnId, String> names,
            List<SqlPlan.Item> items,
            List<Integer> places,
            Set<String> taken) {
        ScalarLowering scalars = relations.scalars(input.scope());
        Map<ColumnId, String> inner = new LinkedHashMap<>(names);
        Map<ColumnId, Fragment> fields = new LinkedHashMap<>();
        for (RowCall rowCall : rowCalls) {
            String struct = SqlNames.free(rowCall.struct(), taken);
            items.add(new SqlPlan.Item(struct(scalars, rowCall), Optional.of(struct)));
            rowCall.fields().forEach((assignment, field) -> {
                String reference = SqlNames.quoted(struct) + "['" + field + "']";
                fields.put(assignment.column().id(), SqlForms.primary(reference));
            });
        }
        SqlRelation grouped = relations.step(
                "summarize", SqlPlan.Select.of(items, input.source()).groupedBy(places), inner, List.of());
        Map<ColumnId, String> result = new LinkedHashMap<>();
        List<SqlPlan.Item> columns = new ArrayList<>();
        Set<String> free = new HashSet<>();
        for (Column column : aggregate.columns()) {
            String plain = inner.get(column.id());
            Fragment field = fields.get(column.id());
            if (plain == null && field == null) {
                continue; // Nothing reads it.
            }
            Fragment value = field == null ? SqlForms.primary(SqlNames.quoted(Objects.requireNonNull(plain))) : field;
            if (field != null && column.type() == KqlType.STRING) {
                // Over no rows at all there is no structure.
                value = SqlForms.primary("coalesce(" + field.text() + ", '')");
            }
            String name = SqlNames.free(column.name(), free);
            result.put(column.id(), name);
            columns.add(SqlPlan.Item.named(value, name));
        }
        return relations.step(
                "columns",
                SqlPlan.Select.of(RelationLowering.atLeastOne(columns), grouped.source()),
                result,
                List.of());
    }

    private Fragment struct(ScalarLowering scalars, RowCall rowCall) {
        Scalar.AggregateCall call = rowCall.call();
        boolean any = form(call).filter("any-row"::equals).isPresent();
        Scalar by = call.arguments().getFirst();
        KqlType type = by.type();
        boolean ordered =
                type == KqlType.DATETIME || type == KqlType.TIMESPAN || type == KqlType.STRING || type.isInteger();
        if (!any && !ordered) {
            return context.refuse(call, "the row is chosen by a value of type " + type.word());
        }
        List<String> values = new ArrayList<>();
        List<ColumnId> open = new ArrayList<>();
        for (Map.Entry<Assignment, String> field : rowCall.fields().entrySet()) {
            boolean first = field.getKey().value() == call;
            values.add("'" + field.getValue() + "': "
                    + scalars.typed(first ? by : field.getKey().value()).text());
            if (any || !first) {
                open.add(field.getKey().column().id());
            }
        }
        if (!open.isEmpty()) {
            String message = any
                    ? "KQL takes any row of the group"
                    : "where rows of a group share the value by which the row is chosen, KQL leaves open which of them "
                            + "is returned";
            context.notes().add(call, LocalNote.leftOpen(message, call.origin(), open));
        }
        String struct = "{" + String.join(", ", values) + "}";
        if (any) {
            return SqlForms.primary("any_value(" + struct + ")");
        }
        String key = scalars.value(by).text();
        boolean greatest = form(call).filter("greatest-row"::equals).isPresent();
        // Rows without a value are left out, unless there are no others.
        return SqlForms.primary("coalesce(" + (greatest ? "arg_max(" : "arg_min(") + struct + ", " + key
                + "), any_value(" + struct + "))");
    }
}
