package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
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

    /** What makes each column, by the number of its id. */
    private final @Nullable ColumnMaker[] makers;

    private final @Nullable List<String>[] answers;

    private Lineage(@Nullable ColumnMaker[] makers) {
        this.makers = makers;
        this.answers = newAnswers(makers.length);
    }

    /** The lineage of a whole query, bound tables that the result does not read included. */
    public static Lineage of(BoundQuery query) {
        return of(QueryRelations.of(query));
    }

    /** The lineage of the columns that these relations make; inputs stand before the relations that read them. */
    static Lineage of(List<Relation> relations) {
        return new Lineage(ColumnMakers.of(relations));
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
        ColumnMaker maker = makers[number];
        if (maker == null) {
            return List.of();
        }
        // Set before descending, so that a column defined by itself comes to an end.
        answers[number] = List.of();
        List<String> found = switch (maker) {
            case ColumnMaker.OfTable of -> List.of(of.table() + "." + of.column());
            case ColumnMaker.OfOpenTables of -> ofTables(of.tables(), of.column());
            case ColumnMaker.Computed of -> of(of.value());
            case ColumnMaker.Merged of -> merged(of.columns());
            case ColumnMaker.OfUnion of -> merged(of.union(), of.index());
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
    private final class Gatherer {
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

    private List<String> ofTables(List<String> tables, String column) {
        Gatherer gatherer = new Gatherer();
        for (String table : tables) {
            gatherer.add(List.of(table + "." + column));
        }
        return gatherer.sorted();
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

    @SuppressWarnings("unchecked")
    private static @Nullable List<String>[] newAnswers(int length) {
        return (List<String>[]) new List<?>[length];
    }
}
