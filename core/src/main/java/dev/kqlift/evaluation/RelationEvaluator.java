package dev.kqlift.evaluation;

import dev.kqlift.catalog.Watchlist;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a relation. Each relation is computed once in a run, and kept where it is read again; below {@code mv-apply}
 * and {@code partition} once for each item or group.
 */
final class RelationEvaluator {
    private final TableSource tables;
    private final EvaluationContext context;
    private final Budget budget;
    private final PredicateObserver observer;
    private final RunInput run;
    private final ColumnUses uses;
    private final ReadOnce readOnce;
    private final Map<Relation, RowSet> known = new IdentityHashMap<>();
    /** The evaluator of the query around, where this one runs over one item or group. */
    private final @Nullable RelationEvaluator outer;

    private final @Nullable Slot slot;

    private RelationEvaluator(
            RunInput run,
            EvaluationContext context,
            Budget budget,
            PredicateObserver observer,
            ColumnUses uses,
            ReadOnce readOnce,
            @Nullable RelationEvaluator outer,
            @Nullable Slot slot) {
        this.run = run;
        this.tables = run.tables();
        this.budget = budget;
        this.observer = observer;
        this.uses = uses;
        this.readOnce = readOnce;
        this.outer = outer;
        this.slot = slot;
        this.context = context.within(new Subqueries(this));
    }

    /**
     * An evaluator of a whole query.
     *
     * @param run what the run is given
     * @param context what is the same for all rows
     * @param uses what the query reads
     */
    static RelationEvaluator of(
            RunInput run,
            EvaluationContext context,
            Budget budget,
            PredicateObserver observer,
            ColumnUses uses,
            ReadOnce readOnce) {
        return new RelationEvaluator(run, context, budget, observer, uses, readOnce, null, null);
    }

    /** This evaluator with the rows of one item or group in the place of a relation. */
    RelationEvaluator over(Slot item) {
        return new RelationEvaluator(run, context, budget, observer, uses, readOnce, this, item);
    }

    /** A relation that stands for the rows of one item or group. */
    record Slot(Relation relation, RowSet rows, Map<Relation, Boolean> dependents) {
        /** Whether the rows of a relation come from here. */
        boolean feeds(Relation other) {
            if (other == relation) {
                return true;
            }
            Boolean seen = dependents.get(other);
            if (seen != null) {
                return seen;
            }
            boolean[] found = new boolean[1];
            Trees.forEachInput(other, input -> found[0] |= feeds(input));
            Trees.forEachScalar(other, scalar -> found[0] |= feeds(scalar));
            dependents.put(other, found[0]);
            return found[0];
        }

        private boolean feeds(Scalar scalar) {
            boolean[] found = new boolean[1];
            Trees.subquery(scalar).ifPresent(relation -> found[0] |= feeds(relation));
            Trees.forEachChild(scalar, child -> found[0] |= feeds(child));
            return found[0];
        }
    }

    EvaluationContext context() {
        return context;
    }

    Budget budget() {
        return budget;
    }

    /** What the whole query reads. */
    QueryReads reads() {
        return run.reads().get();
    }

    /** The data under a name; refused where there are none. */
    LocalTable data(String name, Origin origin) {
        return tables.table(name).orElseThrow(() -> Refusals.construct("there are no data for `" + name + "`", origin));
    }

    /** The rows; throws {@link NotEvaluated} where the engine's answer is not known. */
    RowSet evaluate(Relation relation) {
        return evaluate(relation, !readOnce.has(relation));
    }

    private RowSet evaluate(Relation relation, boolean keep) {
        if (slot != null && slot.relation() == relation) {
            return slot.rows();
        }
        if (slot != null && outer != null && !slot.feeds(relation)) {
            // It is read again for the next item.
            return outer.evaluate(relation, true);
        }
        RowSet rows = known.get(relation);
        if (rows == null) {
            rows = compute(relation);
            budget.spend(rows.size(), relation.origin());
            if (keep) {
                known.put(relation, rows);
            }
        }
        return rows;
    }

    private RowSet compute(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> scan(scan);
            case Relation.Rows rows -> rows(rows);
            case Relation.Range range -> RangeRows.of(range, context, budget);
            case Relation.External external -> external(external);
            case Relation.FunctionScan scan -> function(scan);
            case Relation.Filter filter -> filter(filter);
            case Relation.Project project -> project(project);
            case Relation.Aggregate aggregate -> new Aggregation(this).evaluate(aggregate);
            case Relation.Sort sort -> Sorting.sort(evaluate(sort.input()), sort, context);
            case Relation.Take take -> take(take);
            case Relation.Join join -> joining().join(join, evaluate(join.left()), evaluate(join.right()));
            case Relation.Union union -> union(union);
            case Relation.Expand expand -> Expansion.expand(evaluate(expand.input()), expand, context, budget);
            case Relation.Apply apply -> new Application(this).evaluate(apply);
            case Relation.Parse parse -> Capturing.parse(evaluate(parse.input()), parse, context);
            case Relation.Evaluate evaluate -> new Plugins(this).evaluate(evaluate);
            case Relation.Other other -> new OtherOperators(this).evaluate(other);
            case Relation.Marker marker -> marker(marker);
            case Relation.Unresolved unresolved -> throw unresolved(unresolved);
        };
    }

    Joining joining() {
        return new Joining(context, budget, uses);
    }

    // ---- sources

    private RowSet scan(Relation.TableScan scan) {
        RowSet rows = read(scan.table(), scan.columns(), scan.open(), scan.origin());
        // A parser whose data are at hand stands there as a table does.
        return AsimFilters.of(scan, run.workspace(), context)
                .map(parser -> parser.over(rows))
                .orElse(rows);
    }

    /** A pattern that is left over matches none of the tables at hand. */
    private static NotEvaluated unresolved(Relation.Unresolved unresolved) {
        return Refusals.construct(
                unresolved.text().contains("*")
                        ? "there are no data for a table that `" + unresolved.text() + "` matches"
                        : "which rows stand here is not known",
                unresolved.origin());
    }

    /** The rows of a location are data at hand under its name. */
    private RowSet external(Relation.External external) {
        if (external.locations().size() != 1) {
            throw Refusals.construct(
                    "`externaldata` of several locations, or of one that is computed, is not evaluated",
                    external.origin());
        }
        return read(external.locations().getFirst(), external.columns(), false, external.origin())
                .asRows();
    }

    private RowSet function(Relation.FunctionScan scan) {
        Optional<AsimFilters> parser = AsimFilters.of(scan, run.workspace(), context);
        String name = dataName(scan);
        if (!scan.arguments().isEmpty() && parser.isEmpty() && name.equals(scan.function())) {
            throw Refusals.construct(
                    "`" + scan.function() + "` is not defined in the query; what it gives is not known", scan.origin());
        }
        RowSet rows = read(name, scan.columns(), scan.open(), scan.origin()).asRows();
        return parser.isPresent() ? parser.get().over(rows) : rows;
    }

    /** The name under which the data of a function stand: that of the function, of a watchlist its alias. */
    static String dataName(Relation.FunctionScan scan) {
        return Watchlist.FUNCTION.equals(scan.function())
                        && scan.arguments().size() == 1
                        && scan.arguments().getFirst() instanceof Scalar.Constant(Value.Text(var alias), var origin)
                ? alias
                : scan.function();
    }

    private RowSet read(String name, List<Column> columns, boolean open, Origin origin) {
        LocalTable table = data(name, origin);
        if (open) {
            throw new ColumnsObserved(origin.span(), table.columns());
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            places.put(table.columns().get(i).name(), i);
        }
        int[] from = new int[columns.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = places.getOrDefault(columns.get(i).name(), -1);
        }
        return new RowSet(
                columns, picked(table.rows(), from, columns, table.columns().size()), false, true);
    }

    private RowSet rows(Relation.Rows relation) {
        List<List<Value>> rows = new ArrayList<>(relation.rows().size());
        for (List<Scalar> row : relation.rows()) {
            List<Value> values = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                Value value = ScalarEvaluator.evaluate(row.get(i), Row.EMPTY, context);
                values.add(
                        relation.kind() == Relation.RowsKind.DATATABLE
                                ? LiteralCells.cell(
                                        value,
                                        relation.columns().get(i).type(),
                                        row.get(i).origin(),
                                        context)
                                : value);
            }
            rows.add(values);
        }
        return new RowSet(relation.columns(), rows, false);
    }

    // ---- rows in, rows out

    private RowSet filter(Relation.Filter filter) {
        RowSet input = new FreeChoice(this).input(filter);
        EvaluationContext windows = windows(input, filter.input());
        List<List<Value>> kept = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            if (observer.asks()) {
                observe(filter.predicate(), input.row(i), at(windows, i));
            }
            if (FilterTruth.holds(filter.predicate(), input.row(i), at(windows, i))) {
                kept.add(input.rows().get(i));
            }
        }
        return input.with(kept);
    }

    private void observe(Scalar predicate, Row row, EvaluationContext here) {
        for (Scalar test : Predicates.of(predicate)) {
            try {
                if (ScalarEvaluator.evaluate(test, row, here) instanceof Value.Bool(boolean truth)) {
                    observer.observe(test, truth);
                }
            } catch (NotEvaluated refusal) {
                // The filter itself need not ask this test, and where it does it refuses.
            }
        }
    }

    private RowSet project(Relation.Project project) {
        RowSet given = PathChoice.chosen(project.input(), evaluate(project.input()), this);
        RowSet input = project.kind() == Relation.ProjectKind.SERIALIZE ? given.serialized(true) : given;
        List<Column> columns = project.columns();
        Map<Integer, Scalar> made = made(project);
        int[] from = new int[columns.size()];
        @Nullable Scalar[] makers = new Scalar[from.length];
        for (int i = 0; i < from.length; i++) {
            makers[i] = made.get(i);
            from[i] = makers[i] != null ? -1 : input.place(columns.get(i));
        }
        EvaluationContext windows = windows(input, project.input());
        List<List<Value>> rows = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            Row row = input.row(i);
            EvaluationContext here = at(windows, i);
            List<Value> before = input.rows().get(i);
            Value[] values = new Value[from.length];
            for (int j = 0; j < from.length; j++) {
                Scalar maker = makers[j];
                values[j] = maker == null ? before.get(from[j]) : ScalarEvaluator.evaluate(maker, row, here);
            }
            rows.add(Arrays.asList(values));
        }
        return new RowSet(columns, rows, input.serialized(), input.ofTable());
    }

    /** The scalars that a projection computes, by the place of their column. */
    private static Map<Integer, Scalar> made(Relation.Project project) {
        Map<Integer, Scalar> byColumn = new HashMap<>();
        for (Assignment assignment : project.assignments()) {
            byColumn.put(assignment.column().id().number(), assignment.value());
        }
        Map<Integer, Scalar> made = new HashMap<>();
        for (int i = 0; i < project.columns().size(); i++) {
            Scalar value = byColumn.get(project.columns().get(i).id().number());
            if (value != null) {
                made.put(i, value);
            }
        }
        return made;
    }

    /** A context in which scalars may look at other rows. */
    private EvaluationContext windows(RowSet input, Relation of) {
        return context.within(PathChoice.match(of)
                .<Surroundings>map(match -> new PathCalls(match, context.surroundings()))
                .orElseGet(() -> new Windows(input, context)));
    }

    private static EvaluationContext at(EvaluationContext windows, int index) {
        return windows.surroundings() instanceof Windows all ? windows.within(all.at(index)) : windows;
    }

    private RowSet take(Relation.Take take) {
        RowSet input = evaluate(take.input());
        Value count = ScalarEvaluator.evaluate(take.count(), Row.EMPTY, context);
        if (!(count instanceof Value.Whole(var most, var type)) || most < 0) {
            throw Refusals.construct(
                    "the number of rows is a whole number that is not negative",
                    take.count().origin());
        }
        int size = (int) Math.min(most, input.size());
        new TakeChoice(take, input, context).state(size);
        return input.with(input.rows().subList(0, size));
    }

    private RowSet marker(Relation.Marker marker) {
        RowSet input = evaluate(marker.input());
        return switch (marker.operator()) {
            case "serialize" -> input.serialized(true);
            case "as", "render" -> input;
            case "consume" -> new RowSet(List.of(), List.of(), false);
            default -> throw Refusals.construct("`" + marker.operator() + "` is not evaluated", marker.origin());
        };
    }

    private RowSet union(Relation.Union union) {
        List<List<Value>> rows = new ArrayList<>();
        boolean ofTables = true;
        int source = union.sourceColumn().map(union.columns()::indexOf).orElse(-1);
        for (int i = 0; i < union.inputs().size(); i++) {
            Relation.UnionInput input = union.inputs().get(i);
            if (union.fuzzy() && isMissing(input.relation())) {
                continue;
            }
            RowSet given = evaluate(input.relation());
            ofTables &= given.ofTable();
            List<List<Value>> picked = picked(
                    given.rows(),
                    places(union, input, given),
                    union.columns(),
                    given.columns().size());
            if (source >= 0) {
                Value name = new Value.Text(sourceName(input, i));
                picked.forEach(row -> rows.add(replaced(row, source, name)));
            } else {
                rows.addAll(picked);
            }
            budget.spend(given.size(), union.origin());
        }
        return new RowSet(union.columns(), rows, false, ofTables);
    }

    /**
     * The cells of rows that stand at some places; a null of the column's type for a place that is negative. The rows
     * themselves where these are all their places in order: nothing changes a row.
     *
     * @param width how many cells the rows have
     */
    private static List<List<Value>> picked(List<List<Value>> rows, int[] from, List<Column> columns, int width) {
        boolean same = from.length == width;
        for (int i = 0; i < from.length; i++) {
            same &= from[i] == i;
        }
        if (same) {
            return rows;
        }
        List<List<Value>> picked = new ArrayList<>(rows.size());
        for (List<Value> row : rows) {
            Value[] values = new Value[from.length];
            for (int i = 0; i < from.length; i++) {
                values[i] = from[i] < 0 ? Nulls.of(columns.get(i).type()) : row.get(from[i]);
            }
            picked.add(Arrays.asList(values));
        }
        return picked;
    }

    private static List<Value> replaced(List<Value> row, int place, Value value) {
        List<Value> values = new ArrayList<>(row);
        values.set(place, value);
        return values;
    }

    private static int[] places(Relation.Union union, Relation.UnionInput input, RowSet given) {
        int[] places = new int[union.columns().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = input.columns().get(i).map(given::place).orElse(-1);
        }
        return places;
    }

    /** Whether a table is not there: {@code isfuzzy=true} leaves it out. */
    private boolean isMissing(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> tables.table(scan.table()).isEmpty();
            // The pattern that means all tables is another matter: a run has not all of them.
            case Relation.Unresolved(var text, var columns, var origin) -> text.length() > 1 && text.endsWith("*");
            case Relation.Filter filter -> isMissing(filter.input());
            case Relation.Project project -> isMissing(project.input());
            case Relation.Marker marker -> isMissing(marker.input());
            default -> false;
        };
    }

    private static String sourceName(Relation.UnionInput input, int index) {
        Relation relation = input.relation();
        return input.name().or(() -> SourceNames.of(relation)).orElseGet(() -> {
            if (SourceNames.isLiteral(relation)) {
                return "union_arg" + index;
            }
            throw Refusals.construct("the name of this input is not known", relation.origin());
        });
    }

    /** What scalars may ask of the whole query. */
    private record Subqueries(RelationEvaluator evaluator) implements Surroundings {
        @Override
        public Optional<Value> first(Relation relation, Row row) {
            RowSet rows = evaluator.evaluate(relation);
            if (rows.size() == 0 || rows.columns().isEmpty()) {
                return Optional.empty();
            }
            if (!rows.serialized() && Choices.differ(rows.firstCells())) {
                evaluator
                        .context()
                        .choices()
                        .note(
                                "which of several rows gives the one value that is asked for is not defined",
                                relation.origin());
            }
            return Optional.of(rows.rows().getFirst().getFirst());
        }

        @Override
        public Items firstColumn(Relation relation, Row row) {
            return evaluator.evaluate(relation).firstColumn();
        }

        @Override
        public Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
            return RowCalls.call(call, row, context);
        }
    }
}
