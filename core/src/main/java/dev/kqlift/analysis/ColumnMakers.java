package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds for each column of a query what makes it. */
final class ColumnMakers {
    private @Nullable ColumnMaker[] makers = new ColumnMaker[64];

    private ColumnMakers() {}

    /** The makers by the number of the column's id; null where a number is no column's. */
    static @Nullable ColumnMaker[] of(List<Relation> relations) {
        ColumnMakers found = new ColumnMakers();
        boolean open = false;
        for (Relation relation : relations) {
            found.register(relation);
            open |= relation instanceof Relation.TableScan && relation.open();
        }
        if (open) {
            new OpenTables(found::put).names(relations);
        }
        return found.makers;
    }

    private void register(Relation relation) {
        switch (relation) {
            case Relation.TableScan scan -> {
                List<Column> columns = scan.columns();
                for (int i = 0; i < columns.size(); i++) {
                    put(
                            columns.get(i),
                            new ColumnMaker.OfTable(scan.table(), columns.get(i).name()));
                }
            }
            case Relation.Project project -> assigned(project.assignments());
            case Relation.Aggregate aggregate -> {
                assigned(aggregate.keys());
                assigned(aggregate.aggregates());
            }
            case Relation.Join join -> assigned(join.rightColumns());
            case Relation.Expand expand -> assigned(expand.items());
            case Relation.Apply apply -> assigned(apply.items());
            case Relation.Parse parse -> {
                for (Column column : parse.captured()) {
                    put(column, new ColumnMaker.Computed(parse.text()));
                }
            }
            case Relation.Union union -> united(union);
            case Relation.Evaluate evaluate -> made(evaluate);
            case Relation.Other other -> made(other);
            case Relation.Rows ignored -> nothing(relation.columns());
            case Relation.Range ignored -> nothing(relation.columns());
            case Relation.External ignored -> nothing(relation.columns());
            case Relation.FunctionScan ignored -> nothing(relation.columns());
            case Relation.Filter ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Unresolved ignored -> nothing(relation.columns());
        }
    }

    private void assigned(List<Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            put(assignment.column(), new ColumnMaker.Computed(assignment.value()));
        }
    }

    private void united(Relation.Union union) {
        List<Column> columns = union.columns();
        // The inputs may or may not have a place for the column that names them.
        int given = union.inputs().isEmpty()
                ? 0
                : union.inputs().getFirst().columns().size();
        ColumnId source = union.sourceColumn().map(Column::id).orElse(null);
        int index = 0;
        for (int i = 0; i < columns.size(); i++) {
            boolean ofSource = columns.get(i).id().equals(source);
            put(columns.get(i), ofSource ? ColumnMaker.NOTHING : new ColumnMaker.OfUnion(union, index));
            if (!ofSource || given == columns.size()) {
                index++;
            }
        }
    }

    private void nothing(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            put(columns.get(i), ColumnMaker.NOTHING);
        }
    }

    /** A plugin's new column: that of the same name in a table given to it, else what its arguments read. */
    private void made(Relation.Evaluate evaluate) {
        List<Column> given = new ArrayList<>();
        for (Scalar argument : evaluate.arguments()) {
            Trees.subquery(argument).ifPresent(relation -> given.addAll(relation.columns()));
        }
        List<Column> passed = evaluate.input().columns();
        for (Column column : evaluate.columns()) {
            if (has(passed, column.id())) {
                continue;
            }
            List<Column> named = named(given, column.name());
            if (!named.isEmpty()) {
                put(column, new ColumnMaker.Merged(named));
            } else if (given.isEmpty() && evaluate.arguments().size() == 1) {
                put(column, new ColumnMaker.Computed(evaluate.arguments().getFirst()));
            } else {
                put(column, ColumnMaker.NOTHING);
            }
        }
    }

    /** What another operator makes keeps the lineage of the column of that name which the operator reads. */
    private void made(Relation.Other other) {
        List<Column> read = new ArrayList<>();
        for (Scalar scalar : other.scalars()) {
            columnsRead(scalar, read);
        }
        // A match makes each of its columns of one that it reads; the nodes of a graph are the ends of its edges.
        boolean paired = other.operator().startsWith("graph-")
                && other.made().size() == other.scalars().size();
        boolean ends = other.operator().equals("make-graph");
        for (int i = 0; i < other.made().size(); i++) {
            Column column = other.made().get(i);
            put(
                    column,
                    paired
                            ? new ColumnMaker.Computed(other.scalars().get(i))
                            : new ColumnMaker.Merged(ends ? read : named(read, column.name())));
        }
    }

    private static void columnsRead(Scalar scalar, List<Column> found) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            found.add(reference.column());
        } else {
            Trees.forEachChild(scalar, child -> columnsRead(child, found));
        }
    }

    private static boolean has(List<Column> columns, ColumnId id) {
        for (Column column : columns) {
            if (column.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static List<Column> named(List<Column> columns, String name) {
        List<Column> found = new ArrayList<>(1);
        for (Column column : columns) {
            if (column.name().equals(name)) {
                found.add(column);
            }
        }
        return found;
    }

    /** The first maker stays: a relation that passes a column on states the same id as the one that made it. */
    private void put(Column column, ColumnMaker maker) {
        int number = column.id().number();
        if (number < 0) {
            return;
        }
        if (number >= makers.length) {
            makers = Arrays.copyOf(makers, Math.max(number + 1, makers.length * 2));
        }
        if (makers[number] == null) {
            makers[number] = maker;
        }
    }
}
