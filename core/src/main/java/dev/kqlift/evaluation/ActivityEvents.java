package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the plugins that count users over time have in common: {@code plugin(Id, Timeline, Start, End, …, Dimension, …)}.
 * Places on the timeline are whole numbers here: ticks, where they are instants or lengths of time.
 */
final class ActivityEvents {
    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;
    private final int dimensions;

    /**
     * @param dimensions the place of the first dimension among the arguments
     */
    ActivityEvents(Relation.Evaluate evaluate, EvaluationContext context, int dimensions) {
        this.evaluate = evaluate;
        this.context = context;
        this.dimensions = dimensions;
        if (evaluate.arguments().size() < dimensions
                || evaluate.argumentNames().stream().anyMatch(Optional::isPresent)) {
            throw refuse("this form of it is not evaluated");
        }
    }

    /** That somebody was seen at a place of the timeline. */
    record Event(RowKey id, long at) {}

    /** The events that share the values of the dimensions. */
    record Slice(List<Value> dimensions, List<Event> events) {}

    NotEvaluated refuse(String message) {
        return Refusals.construct("`" + evaluate.name() + "`: " + message, evaluate.origin());
    }

    /** The events by their dimensions; a place of the timeline that is null is none. */
    List<Slice> slices(RowSet input) {
        List<Assignment> keys = new ArrayList<>();
        for (Scalar key :
                evaluate.arguments().subList(dimensions, evaluate.arguments().size())) {
            keys.add(new Assignment(new Column(new ColumnId(-1), "", key.type()), key));
        }
        List<Slice> slices = new ArrayList<>();
        for (Aggregation.Members members :
                Aggregation.groups(input, keys, context).values()) {
            List<Event> events = new ArrayList<>();
            for (List<Value> row : members.rows()) {
                Value at = value(1, input.row(row));
                if (!Nulls.isNull(at)) {
                    events.add(new Event(id(input.row(row)), number(at, 1)));
                }
            }
            slices.add(new Slice(members.keys(), events));
        }
        return slices;
    }

    RowKey id(Row row) {
        Value id = value(0, row);
        if (Nulls.isNull(id)) {
            throw refuse("whether an id that is null counts is not known");
        }
        return RowKey.of(List.of(id));
    }

    private Value value(int argument, Row row) {
        return ScalarEvaluator.evaluate(evaluate.arguments().get(argument), row, context);
    }

    /** An argument that is a place of the timeline. */
    long place(int argument) {
        return number(value(argument, Row.EMPTY), argument);
    }

    /** An argument that is a length on the timeline or a number of things, over zero. */
    long size(int argument) {
        Value value = value(argument, Row.EMPTY);
        long size = value instanceof Value.TimeSpan(var ticks) ? ticks : number(value, argument);
        if (size <= 0) {
            throw refuse("argument " + (argument + 1) + " is not over zero");
        }
        return size;
    }

    private long number(Value value, int argument) {
        return switch (value) {
            case Value.DateTime(var ticks) -> ticks;
            case Value.Whole(var whole, var type) -> whole;
            default -> throw refuse("argument " + (argument + 1) + " is of a type that is not evaluated");
        };
    }

    /** A place of the timeline as the query has it. */
    Value placed(long at) {
        KqlType type = evaluate.arguments().get(1).type();
        return type == KqlType.DATETIME ? Instants.of(at) : new Value.Whole(at, type);
    }

    /** The row of a slice: a place of the timeline, the dimensions, numbers. */
    List<Value> row(long at, Slice slice, Value... numbers) {
        List<Value> row = new ArrayList<>();
        row.add(placed(at));
        row.addAll(slice.dimensions());
        row.addAll(List.of(numbers));
        return row;
    }

    Plugins.Result result(List<List<Value>> rows) {
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        return new Plugins.Result(columns, rows);
    }

    /** The beginning of the bin that a place is in, one of the bins beginning at {@code from}. */
    static long bin(long at, long size, long from) {
        return from + Math.floorDiv(at - from, size) * size;
    }
}
