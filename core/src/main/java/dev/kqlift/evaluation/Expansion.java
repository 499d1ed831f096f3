package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ExpandRule;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code mv-expand}: one row for each item; several columns are expanded side by side. */
final class Expansion {
    private Expansion() {}

    static RowSet expand(RowSet input, Relation.Expand expand, EvaluationContext context, Budget budget) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            List<List<Value>> items = of(input, i, expand, context);
            rows.addAll(items);
            budget.spend(items.size(), expand.origin());
        }
        return new RowSet(expand.columns(), rows, input.serialized());
    }

    /** The rows that one row gives. */
    static List<List<Value>> of(RowSet input, int index, Relation.Expand expand, EvaluationContext context) {
        Row row = input.row(index);
        List<List<Value>> items = new ArrayList<>(expand.items().size());
        int count = 0;
        for (Assignment item : expand.items()) {
            Value value = ScalarEvaluator.evaluate(item.value(), row, context);
            List<Value> parts = items(value, expand.rule());
            items.add(parts);
            count = Math.max(count, parts.size());
        }
        count = (int) Math.min(count, limit(expand.rule(), context));
        List<List<Value>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(row, i, items, expand, context));
        }
        return rows;
    }

    private static long limit(ExpandRule rule, EvaluationContext context) {
        if (rule.limit().isEmpty()) {
            return Long.MAX_VALUE;
        }
        Scalar limit = rule.limit().get();
        if (ScalarEvaluator.evaluate(limit, Row.EMPTY, context) instanceof Value.Whole(var most, var type)) {
            return most;
        }
        throw Refusals.construct("the limit is a whole number", limit.origin());
    }

    private static List<Value> row(
            Row row, int index, List<List<Value>> items, Relation.Expand expand, EvaluationContext context) {
        Map<Integer, Value> made = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Assignment item = expand.items().get(i);
            Column column = item.column();
            Value part = index < items.get(i).size() ? items.get(i).get(index) : Nulls.DYNAMIC;
            made.put(column.id().number(), typed(part, column.type(), item.value(), context));
        }
        expand.rule().index().ifPresent(column -> made.put(column.id().number(), new Value.Whole(index, KqlType.LONG)));
        List<Value> values = new ArrayList<>(expand.columns().size());
        for (Column column : expand.columns()) {
            Value own = made.get(column.id().number());
            values.add(own != null ? own : row.value(column.id()).orElseThrow());
        }
        return values;
    }

    /**
     * An item in the type that is asked for. The engine casts and does not convert, and an item that is of another type
     * becomes null; how far apart two types may be is documented for neither.
     */
    private static Value typed(Value part, KqlType type, Scalar value, EvaluationContext context) {
        Value item = LiteralCells.cell(part, type, value.origin(), context);
        boolean same = type == KqlType.DYNAMIC || part instanceof Value.Null || part.type() == type;
        if (same || item instanceof Value.Null || isCast(part, item)) {
            return item;
        }
        throw Refusals.construct(
                "a " + part.type().word() + " is expanded to a " + type.word() + "; convert it", value.origin());
    }

    private static boolean isCast(Value part, Value item) {
        return Numbers.isNumber(part) && Numbers.isNumber(item) && Numbers.compare(part, item) == 0;
    }

    /** The items of an array, the entries of a bag as bags of one; a null and any other value is one item. */
    private static List<Value> items(Value value, ExpandRule rule) {
        return switch (value) {
            case Value.Array(var items) -> items;
            case Value.Bag(var entries) -> {
                List<Value> parts = new ArrayList<>(entries.size());
                for (Map.Entry<String, Value> entry : entries.entrySet()) {
                    parts.add(
                            rule.bagsAsArrays()
                                    ? new Value.Array(List.of(new Value.Text(entry.getKey()), entry.getValue()))
                                    : new Value.Bag(new LinkedHashMap<>(Map.of(entry.getKey(), entry.getValue()))));
                }
                yield parts;
            }
            case Value.Null ignored -> List.of(value);
            case Value.Text ignored -> List.of(value);
            case Value.Bool ignored -> List.of(value);
            case Value.Whole ignored -> List.of(value);
            case Value.Real ignored -> List.of(value);
            case Value.Decimal ignored -> List.of(value);
            case Value.DateTime ignored -> List.of(value);
            case Value.TimeSpan ignored -> List.of(value);
            case Value.Guid ignored -> List.of(value);
        };
    }
}
