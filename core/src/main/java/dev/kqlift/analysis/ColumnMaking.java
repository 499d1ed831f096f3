package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a relation came by one of its columns.
 *
 * @param relation the relation that made it, or that passed it on in a way worth telling
 * @param field its name there
 * @param detail the name of the table, function or plugin
 * @param value what makes it, where that is one expression
 * @param reads what it is made of
 */
record ColumnMaking(
        Relation relation,
        FieldStep.Kind kind,
        String field,
        String detail,
        @Nullable Scalar value,
        List<Read> reads) {
    /** A column read from an input, and as what. */
    record Read(Relation input, ColumnId column, String name, String role) {
        static Read of(Relation input, Column column, String role) {
            return new Read(input, column.id(), column.name(), role);
        }
    }

    /** Goes down from a relation that has a column to the one that made it. */
    static ColumnMaking of(Read read) {
        Relation relation = read.input();
        while (true) {
            ColumnMaking making = here(relation, read);
            if (making != null) {
                return making;
            }
            relation = below(relation, read.column());
        }
    }

    /** What this relation does to the column; null where it only hands it on. */
    private static @Nullable ColumnMaking here(Relation relation, Read read) {
        return switch (relation) {
            case Relation.TableScan scan -> source(scan, read, scan.table());
            case Relation.FunctionScan scan -> source(scan, read, scan.function());
            case Relation.Unresolved unresolved -> source(unresolved, read, unresolved.text());
            case Relation.Rows rows -> rows(rows, read);
            case Relation.Range ignored -> source(relation, read, "");
            case Relation.External ignored -> source(relation, read, "");
            case Relation.Filter ignored -> null;
            case Relation.Sort ignored -> null;
            case Relation.Take ignored -> null;
            case Relation.Marker ignored -> null;
            case Relation.Project project -> {
                ColumnMaking made = assigned(project, project.assignments(), project.input(), read, "");
                yield made != null || project.kind() != Relation.ProjectKind.PROJECT_RENAME
                        ? made
                        : renamed(project, read);
            }
            case Relation.Aggregate aggregate -> {
                ColumnMaking made = assigned(aggregate, aggregate.keys(), aggregate.input(), read, "");
                yield made != null ? made : assigned(aggregate, aggregate.aggregates(), aggregate.input(), read, "");
            }
            case Relation.Join join -> {
                ColumnMaking right = assigned(join, join.rightColumns(), join.right(), read, "right side");
                yield right != null
                        ? right
                        : passed(join, new Read(join.left(), read.column(), read.name(), "left side"));
            }
            case Relation.Union union -> united(union, read);
            case Relation.Expand expand -> assigned(expand, expand.items(), expand.input(), read, "");
            case Relation.Apply apply -> assigned(apply, apply.items(), apply.input(), read, "");
            case Relation.Parse parse ->
                find(parse.captured(), read.column())
                        .map(column -> made(parse, column.name(), parse.text(), reads(parse.text(), parse.input(), "")))
                        .orElse(null);
            case Relation.Evaluate evaluate -> evaluated(evaluate, read);
            case Relation.Other other -> made(other, read);
        };
    }

    /** Where a column stands that a relation hands on. */
    private static Relation below(Relation relation, ColumnId column) {
        List<Relation> inputs = Trees.inputs(relation);
        // A sub-query over the rows stands behind them, and decides which of their columns are left.
        for (int i = inputs.size() - 1; i > 0; i--) {
            if (find(inputs.get(i).columns(), column).isPresent()) {
                return inputs.get(i);
            }
        }
        return inputs.getFirst();
    }

    private static ColumnMaking source(Relation relation, Read read, String name) {
        boolean stated =
                !relation.open() && find(relation.columns(), read.column()).isPresent();
        FieldStep.Kind kind = stated ? FieldStep.Kind.SOURCE : FieldStep.Kind.INFERRED;
        return new ColumnMaking(relation, kind, name(relation.columns(), read), name, null, List.of());
    }

    private static ColumnMaking rows(Relation.Rows rows, Read read) {
        List<Column> columns = rows.columns();
        if (rows.kind() == Relation.RowsKind.PRINT && rows.rows().size() == 1) {
            List<Scalar> row = rows.rows().getFirst();
            for (int i = 0; i < columns.size() && i < row.size(); i++) {
                if (columns.get(i).id().equals(read.column())) {
                    Scalar value = row.get(i);
                    return made(rows, columns.get(i).name(), value, reads(value, rows, ""));
                }
            }
        }
        return source(rows, read, "");
    }

    private static @Nullable ColumnMaking assigned(
            Relation relation, List<Assignment> assignments, Relation input, Read read, String role) {
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            if (assignment.column().id().equals(read.column())) {
                List<Read> reads = reads(assignment.value(), input, role);
                return made(relation, assignment.column().name(), assignment.value(), reads);
            }
        }
        return null;
    }

    private static ColumnMaking made(Relation relation, String field, @Nullable Scalar value, List<Read> reads) {
        return new ColumnMaking(relation, FieldStep.Kind.MADE, field, "", value, reads);
    }

    private static ColumnMaking passed(Relation relation, Read from) {
        return new ColumnMaking(relation, FieldStep.Kind.PASSED, from.name(), "", null, List.of(from));
    }

    private static @Nullable ColumnMaking renamed(Relation.Project project, Read read) {
        Optional<Column> after = find(project.columns(), read.column());
        Optional<Column> before = find(project.input().columns(), read.column());
        if (after.isEmpty()
                || before.isEmpty()
                || after.get().name().equals(before.get().name())) {
            return null;
        }
        List<Read> reads = List.of(Read.of(project.input(), before.get(), ""));
        return new ColumnMaking(project, FieldStep.Kind.PASSED, after.get().name(), "", null, reads);
    }

    private static ColumnMaking united(Relation.Union union, Read read) {
        List<Column> columns = union.columns();
        int given = union.inputs().isEmpty()
                ? 0
                : union.inputs().getFirst().columns().size();
        ColumnId source = union.sourceColumn().map(Column::id).orElse(null);
        List<Read> reads = new ArrayList<>();
        int index = 0;
        for (Column column : columns) {
            boolean ofSource = column.id().equals(source);
            if (column.id().equals(read.column()) && !ofSource) {
                for (int i = 0; i < union.inputs().size(); i++) {
                    Relation.UnionInput input = union.inputs().get(i);
                    if (index < input.columns().size()
                            && input.columns().get(index).isPresent()) {
                        String role =
                                "input " + (i + 1) + " of " + union.inputs().size();
                        reads.add(Read.of(
                                input.relation(), input.columns().get(index).get(), role));
                    }
                }
            }
            // The inputs may or may not have a place for the column that names them.
            if (!ofSource || given == columns.size()) {
                index++;
            }
        }
        String field = name(columns, read);
        boolean known = !reads.isEmpty() || read.column().equals(source);
        FieldStep.Kind kind = known ? FieldStep.Kind.MADE : FieldStep.Kind.INFERRED;
        return new ColumnMaking(union, kind, field, "", null, reads);
    }

    private static @Nullable ColumnMaking evaluated(Relation.Evaluate evaluate, Read read) {
        if (find(evaluate.input().columns(), read.column()).isPresent()) {
            return null;
        }
        List<Read> named = new ArrayList<>();
        List<Read> all = new ArrayList<>();
        for (Scalar argument : evaluate.arguments()) {
            all.addAll(reads(argument, evaluate.input(), ""));
            Trees.subquery(argument).ifPresent(table -> {
                for (Column column : table.columns()) {
                    if (column.name().equals(read.name())) {
                        named.add(Read.of(table, column, "table argument"));
                    }
                }
            });
        }
        List<Read> reads = named.isEmpty() ? all : named;
        String field = name(evaluate.columns(), read);
        return new ColumnMaking(evaluate, FieldStep.Kind.MADE, field, evaluate.name(), null, reads);
    }

    private static @Nullable ColumnMaking made(Relation.Other other, Read read) {
        Optional<Column> made = find(other.made(), read.column());
        boolean given = false;
        for (Relation input : other.inputs()) {
            given |= find(input.columns(), read.column()).isPresent();
        }
        // An operator may state among what it makes what it only hands on.
        if (given) {
            return null;
        }
        List<Read> all = new ArrayList<>();
        for (Scalar scalar : read(other, made)) {
            for (Read one : reads(scalar, other, "")) {
                all.add(new Read(holder(other, one.column()), one.column(), one.name(), ""));
            }
        }
        List<Read> named = new ArrayList<>();
        // What several tables have under one name is known by the first of them only.
        if (made.isEmpty() || other.operator().equals("find")) {
            for (Relation input : other.inputs()) {
                for (Column column : input.columns()) {
                    if (column.name().equals(read.name())) {
                        named.add(Read.of(input, column, ""));
                    }
                }
            }
        }
        if (named.isEmpty()) {
            all.stream().filter(one -> one.name().equals(read.name())).forEach(named::add);
        }
        boolean inferred = all.isEmpty() && other.open();
        return new ColumnMaking(
                other,
                inferred ? FieldStep.Kind.INFERRED : FieldStep.Kind.MADE,
                name(other.columns(), read),
                "",
                null,
                named.isEmpty() ? distinct(all) : distinct(named));
    }

    /** What an operator reads for a column; a match makes each of its columns of one. */
    private static List<Scalar> read(Relation.Other other, Optional<Column> made) {
        boolean paired = other.operator().startsWith("graph-")
                && made.isPresent()
                && other.made().size() == other.scalars().size();
        return paired ? List.of(other.scalars().get(other.made().indexOf(made.get()))) : other.scalars();
    }

    private static Relation holder(Relation.Other other, ColumnId column) {
        for (Relation input : other.inputs()) {
            if (find(input.columns(), column).isPresent()) {
                return input;
            }
        }
        return other.inputs().isEmpty() ? other : other.inputs().getFirst();
    }

    private static List<Read> distinct(List<Read> reads) {
        Set<ColumnId> seen = new LinkedHashSet<>();
        return reads.stream().filter(read -> seen.add(read.column())).toList();
    }

    /** The columns that a scalar reads from an input, and the first columns of the relations that it asks. */
    private static List<Read> reads(Scalar scalar, Relation input, String role) {
        ColumnReads found = ColumnReads.of(scalar);
        List<Read> reads = new ArrayList<>(found.columns().size());
        for (Column column : found.columns()) {
            reads.add(Read.of(input, column, role));
        }
        for (Relation relation : found.relations()) {
            if (!relation.columns().isEmpty()) {
                reads.add(Read.of(relation, relation.columns().getFirst(), "sub-query"));
            }
        }
        return reads;
    }

    private static String name(List<Column> columns, Read read) {
        return find(columns, read.column()).map(Column::name).orElse(read.name());
    }

    private static Optional<Column> find(List<Column> columns, ColumnId id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return Optional.of(columns.get(i));
            }
        }
        return Optional.empty();
    }
}
