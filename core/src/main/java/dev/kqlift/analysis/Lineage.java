package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table columns behind each column of a query, through renames, computed columns, joins, unions and the aggregates
 * that return values of their argument. A count or a sum has no table column behind it: its values are new.
 *
 * <p>Answers are worked out when asked for and kept; an instance belongs to one thread.
 */
public final class Lineage {
    private static final Set<String> KEEPING_AGGREGATES = Set.of(
            "any",
            "anyif",
            "arg_max",
            "arg_min",
            "argmax",
            "argmin",
            "make_bag",
            "make_bag_if",
            "make_dictionary",
            "make_list",
            "make_list_if",
            "make_list_with_nulls",
            "make_set",
            "make_set_if",
            "makelist",
            "makeset",
            "max",
            "maxif",
            "min",
            "minif",
            "take_any",
            "take_anyif");

    /** What makes each column, by the number of its id: null where nothing of a table is behind it. */
    private @Nullable Maker[] makers = new Maker[64];

    private @Nullable List<String>[] answers = newAnswers(0);

    private Lineage() {}

    /** What a column is made of. */
    private sealed interface Maker {
        record TableColumn(String table, Column column) implements Maker {}

        record Computed(Scalar value) implements Maker {}

        record Merged(List<Column> columns) implements Maker {}

        record OfUnion(Relation.Union union, int index) implements Maker {}
    }

    /** The lineage of a whole query, bound tables that the result does not read included. */
    public static Lineage of(BoundQuery query) {
        return of(QueryRelations.of(query));
    }

    /** The lineage of the columns that these relations make. */
    static Lineage of(List<Relation> relations) {
        Lineage lineage = new Lineage();
        for (Relation relation : relations) {
            lineage.register(relation);
        }
        lineage.answers = newAnswers(lineage.makers.length);
        return lineage;
    }

    /** The table columns behind a column, {@code Table.Column}, sorted by code point. */
    public List<String> of(ColumnId id) {
        int number = id.number();
        if (number < 0 || number >= makers.length) {
            return List.of();
        }
        List<String> known = answers[number];
        if (known != null) {
            return known;
        }
        Maker maker = makers[number];
        if (maker == null) {
            return List.of();
        }
        // Set before descending, so that a column defined by itself comes to an end.
        answers[number] = List.of();
        List<String> found =
                switch (maker) {
                    case Maker.TableColumn of -> List.of(of.table() + "." + of.column().name());
                    case Maker.Computed of -> of(of.value());
                    case Maker.Merged of -> merged(of.columns());
                    case Maker.OfUnion of -> merged(of.union(), of.index());
                };
        answers[number] = found;
        return found;
    }

    /** The table columns behind the columns that a scalar reads, sorted by code point. */
    public List<String> of(Scalar scalar) {
        Gatherer gatherer = new Gatherer();
        gatherer.scalar(scalar);
        return gatherer.sorted();
    }

    /** Collects lists, most often a single one, which is then passed on as it is. */
    final class Gatherer {
        private List<String> first = List.of();
        private @Nullable Set<String> more;
        private final Consumer<Scalar> onScalar = this::scalar;

        void add(List<String> columns) {
            if (more != null) {
                more.addAll(columns);
            } else if (first.isEmpty()) {
                first = columns;
            } else if (!columns.isEmpty() && !first.equals(columns)) {
                more = new TreeSet<>(CodePointOrder.COMPARATOR);
                more.addAll(first);
                more.addAll(columns);
            }
        }

        List<String> sorted() {
            return more == null ? first : List.copyOf(more);
        }

        void scalar(Scalar scalar) {
            switch (scalar) {
                case Scalar.ColumnRef reference -> add(of(reference.column().id()));
                case Scalar.AggregateCall call -> {
                    // The further arguments say which row or how many values, not which value.
                    if (KEEPING_AGGREGATES.contains(call.function().name())
                            && !call.arguments().isEmpty()) {
                        scalar(call.arguments().getFirst());
                    }
                }
                case Scalar.Constant ignored -> {}
                case Scalar.Subquery ignored -> {}
                case Scalar.RelationArgument ignored -> {}
                case Scalar.AnyColumn ignored -> {}
                case Scalar.Unbound ignored -> {}
                case Scalar.Comparison ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.StringMatch ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.InList ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.InRelation ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Between ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Logical ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Not ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Arithmetic ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Negate ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Call ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.UnknownCall ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Member ignored -> Trees.forEachChild(scalar, onScalar);
                case Scalar.Element ignored -> Trees.forEachChild(scalar, onScalar);
            }
        }
    }

    private void register(Relation relation) {
        switch (relation) {
            case Relation.TableScan scan -> {
                List<Column> columns = scan.columns();
                for (int i = 0; i < columns.size(); i++) {
                    put(columns.get(i), new Maker.TableColumn(scan.table(), columns.get(i)));
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
                    put(column, new Maker.Computed(parse.text()));
                }
            }
            case Relation.Union union -> united(union);
            case Relation.Evaluate evaluate -> made(evaluate);
            case Relation.Other other -> made(other);
            case Relation.Rows ignored -> {}
            case Relation.Range ignored -> {}
            case Relation.External ignored -> {}
            case Relation.FunctionScan ignored -> {}
            case Relation.Filter ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Unresolved ignored -> {}
        }
    }

    private void assigned(List<Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            put(assignment.column(), new Maker.Computed(assignment.value()));
        }
    }

    private void united(Relation.Union union) {
        List<Column> columns = union.columns();
        int index = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean ofSource = union.sourceColumn().isPresent()
                    && union.sourceColumn().get().id().equals(column.id());
            if (!ofSource) {
                put(column, new Maker.OfUnion(union, index));
            }
            if (!ofSource || union.inputs().getFirst().columns().size() == columns.size()) {
                index++;
            }
        }
    }

    private List<String> merged(Relation.Union union, int index) {
        Gatherer gatherer = new Gatherer();
        for (Relation.UnionInput input : union.inputs()) {
            if (index < input.columns().size()) {
                input.columns().get(index).ifPresent(column -> gatherer.add(of(column.id())));
            }
        }
        return gatherer.sorted();
    }

    private List<String> merged(List<Column> columns) {
        Gatherer gatherer = new Gatherer();
        for (Column column : columns) {
            gatherer.add(of(column.id()));
        }
        return gatherer.sorted();
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
                put(column, new Maker.Merged(named));
            } else if (given.isEmpty() && evaluate.arguments().size() == 1) {
                put(column, new Maker.Computed(evaluate.arguments().getFirst()));
            }
        }
    }

    /** What another operator makes keeps the lineage of the column of that name which the operator reads. */
    private void made(Relation.Other other) {
        List<Column> read = new ArrayList<>();
        for (Scalar scalar : other.scalars()) {
            columnsRead(scalar, read);
        }
        for (Column column : other.made()) {
            List<Column> named = named(read, column.name());
            if (!named.isEmpty()) {
                put(column, new Maker.Merged(named));
            }
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
    private void put(Column column, Maker maker) {
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

    @SuppressWarnings("unchecked")
    private static @Nullable List<String>[] newAnswers(int length) {
        return (List<String>[]) new List<?>[length];
    }
}
