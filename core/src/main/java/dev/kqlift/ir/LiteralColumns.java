package dev.kqlift.ir;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constants in a column of literal rows: of {@code datatable} and {@code print}, and of what passes their cells on
 * unchanged. A pipeline that leaves rows out, or computes something, is not literal.
 */
public final class LiteralColumns {
    /** More steps are not followed: tables united with themselves double at every step. */
    private static final int MOST_STEPS = 2_000;

    private static final int MOST_VALUES = 1 << 20;

    private final List<Value> values = new ArrayList<>();
    private int steps;

    private LiteralColumns() {}

    /** The values of the first column, in the order of the text, repeats included; empty where the rows are not literal. */
    public static Optional<List<Value>> first(Relation relation) {
        if (relation.columns().isEmpty()) {
            return Optional.empty();
        }
        LiteralColumns found = new LiteralColumns();
        return found.column(relation, relation.columns().getFirst().id())
                ? Optional.of(found.values)
                : Optional.empty();
    }

    /** The value of {@code toscalar}: that of the first column where there is exactly one row. */
    public static Optional<Value> single(Relation relation) {
        return isOneRow(relation) ? first(relation).map(List::getFirst) : Optional.empty();
    }

    private static boolean isOneRow(Relation relation) {
        Relation below = relation;
        while (below instanceof Relation.Project || below instanceof Relation.Marker) {
            below = Trees.inputs(below).getFirst();
        }
        return below instanceof Relation.Rows rows && rows.rows().size() == 1;
    }

    /** Collects the values of a column; false where they are not literal. */
    private boolean column(Relation relation, ColumnId id) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        return switch (relation) {
            case Relation.Rows rows -> cells(rows, id);
            case Relation.Project project -> assigned(project.assignments(), project.input(), id, true);
            case Relation.Aggregate aggregate -> aggregated(aggregate, id);
            case Relation.Sort sort -> column(sort.input(), id);
            case Relation.Marker marker -> column(marker.input(), id);
            case Relation.Union union -> united(union, id);
            case Relation.TableScan ignored -> false;
            case Relation.Range ignored -> false;
            case Relation.External ignored -> false;
            case Relation.FunctionScan ignored -> false;
            case Relation.Filter ignored -> false;
            case Relation.Take ignored -> false;
            case Relation.Join ignored -> false;
            case Relation.Expand ignored -> false;
            case Relation.Apply ignored -> false;
            case Relation.Parse ignored -> false;
            case Relation.Evaluate ignored -> false;
            case Relation.Other ignored -> false;
            case Relation.Unresolved ignored -> false;
        };
    }

    private boolean cells(Relation.Rows rows, ColumnId id) {
        List<Column> columns = rows.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                for (List<Scalar> row : rows.rows()) {
                    if (i >= row.size() || !cell(row.get(i), columns.get(i).type())) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** A cell of another type than its column is converted on reading, which only the engine knows how to. */
    private boolean cell(Scalar cell, KqlType type) {
        if (!(cell instanceof Scalar.Constant(var value, var ignored)) || values.size() >= MOST_VALUES) {
            return false;
        }
        if (value.type() == type || type == KqlType.DYNAMIC) {
            values.add(value);
            return true;
        }
        if (value instanceof Value.Whole(var number, var numberType)
                && type.isInteger()
                && (type == KqlType.LONG || number == (int) number)) {
            values.add(new Value.Whole(number, type));
            return true;
        }
        return false;
    }

    private boolean assigned(List<Assignment> assignments, Relation input, ColumnId id, boolean passes) {
        for (Assignment assignment : assignments) {
            if (assignment.column().id().equals(id)) {
                return assignment.value() instanceof Scalar.ColumnRef(var column, var ignored)
                        && column(input, column.id());
            }
        }
        return passes && column(input, id);
    }

    /** {@code distinct x}, {@code summarize by x}, and the sets and lists of all values, which hold the values of x. */
    private boolean aggregated(Relation.Aggregate aggregate, ColumnId id) {
        for (Assignment assignment : aggregate.aggregates()) {
            if (assignment.column().id().equals(id)) {
                return assignment.value() instanceof Scalar.AggregateCall call
                        && isCollecting(call)
                        && call.arguments().getFirst() instanceof Scalar.ColumnRef(var column, var ignored)
                        && column(aggregate.input(), column.id());
            }
        }
        return assigned(aggregate.keys(), aggregate.input(), id, false);
    }

    /** With a second argument, which bounds the size, some values may be left out. */
    private static boolean isCollecting(Scalar.AggregateCall call) {
        return call.arguments().size() == 1
                && switch (call.function().name()) {
                    case "make_set", "make_list", "makeset", "makelist" -> true;
                    default -> false;
                };
    }

    private boolean united(Relation.Union union, ColumnId id) {
        List<Column> columns = union.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return union.sourceColumn().isEmpty() && united(union, i);
            }
        }
        return false;
    }

    private boolean united(Relation.Union union, int index) {
        for (Relation.UnionInput input : union.inputs()) {
            Optional<Column> given = input.columns().get(index);
            if (given.isEmpty() || !column(input.relation(), given.get().id())) {
                return false;
            }
        }
        return true;
    }
}
