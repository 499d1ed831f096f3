package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes stages over rows with known columns. */
final class StageGenerator {
    private static final List<String> NAMES =
            List.of("a", "b", "c", "x", "A", "Name", "Count", "x y", "select", "d1", "_e", "Flag");
    private static final List<KqlType> ORDERED = List.of(
            KqlType.STRING, KqlType.LONG, KqlType.INT, KqlType.REAL, KqlType.DATETIME, KqlType.TIMESPAN, KqlType.BOOL);

    private final RuleDraft draft;
    private final Draws draws;
    private final List<ColumnSchema> columns;
    private final int nesting;
    private final ExpressionGenerator expressions;
    private final int depth;

    StageGenerator(RuleDraft draft, List<ColumnSchema> columns, int nesting) {
        this.draft = draft;
        this.draws = draft.draws();
        this.columns = columns;
        this.nesting = nesting;
        this.expressions = draft.expressions(columns, nesting);
        this.depth = draft.generator().vocabulary().depth();
    }

    /** One operator, or two that belong together; empty where the columns do not allow what was drawn. */
    Optional<List<TabularOperator>> stage() {
        return switch (draws.weighted(draft.generator().vocabulary().stages())) {
            case WHERE -> one(where());
            case EXTEND -> one(new TabularOperator.Extend(items(1, 3), Nodes.NONE));
            case PROJECT -> one(new TabularOperator.Project(projected(), Nodes.NONE));
            case PROJECT_AWAY -> one(names(TabularOperator.NamesKind.AWAY));
            case PROJECT_KEEP -> one(names(TabularOperator.NamesKind.KEEP));
            case PROJECT_RENAME -> one(renamed());
            case PROJECT_REORDER -> one(reordered());
            case SUMMARIZE -> one(summarize());
            case DISTINCT -> one(distinct());
            case COUNT -> one(new TabularOperator.Count(Optional.empty(), Nodes.NONE));
            case SORT -> totalOrder().map(List::of);
            case SORT_TAKE -> totalOrder().map(sort -> List.of(sort, take()));
            case TOP -> top().map(List::of);
            case JOIN ->
                new CombinationGenerator(draft, columns, nesting).join().map(List::of);
            case LOOKUP ->
                new CombinationGenerator(draft, columns, nesting).lookup().map(List::of);
            case UNION -> one(new CombinationGenerator(draft, columns, nesting).union());
            case MV_EXPAND -> expand().map(List::of);
            case PARSE -> parse().map(List::of);
            case MAKE_SERIES -> series().map(List::of);
        };
    }

    private static Optional<List<TabularOperator>> one(TabularOperator operator) {
        return Optional.of(List.of(operator));
    }

    private ColumnSchema column() {
        return draws.of(columns);
    }

    private static Expression reference(ColumnSchema column) {
        return Nodes.reference(column.name());
    }

    private List<ColumnSchema> some(int most) {
        List<ColumnSchema> left = new ArrayList<>(columns);
        List<ColumnSchema> chosen = new ArrayList<>();
        for (int i = draws.between(1, Math.min(most, left.size())); i > 0; i--) {
            chosen.add(left.remove(draws.below(left.size())));
        }
        return chosen;
    }

    private Optional<ColumnSchema> columnOf(KqlType type) {
        List<ColumnSchema> fitting =
                columns.stream().filter(column -> column.type() == type).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(draws.of(fitting));
    }

    // ---- rows and columns

    private TabularOperator where() {
        return new TabularOperator.Where(expressions.value(KqlType.BOOL, depth), List.of(), List.of(), Nodes.NONE);
    }

    private List<NamedExpression> items(int least, int most) {
        List<NamedExpression> items = new ArrayList<>();
        for (int i = draws.between(least, most); i > 0; i--) {
            items.add(Nodes.named(draws.of(NAMES), expressions.value(expressions.type(), depth)));
        }
        return items;
    }

    private List<NamedExpression> projected() {
        List<NamedExpression> items = new ArrayList<>();
        some(4).forEach(column -> items.add(Nodes.unnamed(reference(column))));
        items.addAll(items(0, 2));
        return items;
    }

    private TabularOperator names(TabularOperator.NamesKind kind) {
        List<NamePattern> patterns =
                some(3).stream().map(column -> Nodes.pattern(reference(column))).toList();
        return new TabularOperator.ProjectNames(kind, patterns, Nodes.NONE);
    }

    private TabularOperator renamed() {
        List<NamedExpression> items = some(2).stream()
                .map(column -> Nodes.named(draws.of(NAMES), reference(column)))
                .toList();
        return new TabularOperator.ProjectRename(items, Nodes.NONE);
    }

    private TabularOperator reordered() {
        return new TabularOperator.ProjectReorder(
                some(3).stream()
                        .map(column ->
                                new TabularOperator.ReorderItem(Nodes.pattern(reference(column)), Optional.empty()))
                        .toList(),
                Nodes.NONE);
    }

    private TabularOperator distinct() {
        return new TabularOperator.Distinct(
                some(3).stream().map(column -> Nodes.unnamed(reference(column))).toList(), List.of(), Nodes.NONE);
    }

    // ---- groups

    private TabularOperator summarize() {
        List<NamedExpression> keys = new ArrayList<>();
        if (!draws.oneIn(4)) {
            some(2).forEach(column -> keys.add(Nodes.unnamed(reference(column))));
        }
        if (draws.oneIn(4)) {
            keys.add(Nodes.named("key", expressions.value(draws.of(CallForms.TYPES), 1)));
        }
        List<NamedExpression> aggregates = new ArrayList<>();
        for (int i = draws.between(keys.isEmpty() ? 1 : 0, 3); i > 0; i--) {
            aggregate()
                    .ifPresent(call -> aggregates.add(
                            draws.oneIn(3) ? Nodes.unnamed(call) : Nodes.named("v" + aggregates.size(), call)));
        }
        if (draws.oneIn(8)) {
            aggregates.add(Nodes.unnamed(Nodes.call(
                    draws.of(List.of("arg_max", "arg_min")), reference(column()), new Expression.Star(Nodes.NONE))));
        }
        return new TabularOperator.Summarize(List.of(), aggregates, keys, Optional.empty(), Nodes.NONE);
    }

    private Optional<Expression> aggregate() {
        CallForms calls = draft.generator().aggregates();
        List<KqlType> results = calls.results();
        return results.isEmpty()
                ? Optional.empty()
                : calls.draw(draws.of(results), draws).map(form -> expressions.call(form, 1));
    }

    private Optional<TabularOperator> series() {
        Optional<ColumnSchema> time = columnOf(KqlType.DATETIME);
        List<Value> instants = draft.generator().vocabulary().literals().of(KqlType.DATETIME);
        return time.map(column -> {
            NamedExpression count = Nodes.named("n", Nodes.call("count"));
            Value from = instants.getFirst();
            Value to = new Value.DateTime(((Value.DateTime) from).ticks() + 3 * 864_000_000_000L);
            List<NamedExpression> keys = draws.oneIn(2) ? List.of() : List.of(Nodes.unnamed(reference(column())));
            return new TabularOperator.MakeSeries(
                    List.of(),
                    List.of(new TabularOperator.SeriesItem(count, Optional.empty())),
                    Nodes.unnamed(reference(column)),
                    Optional.of(Nodes.literal(from)),
                    Optional.of(Nodes.literal(to)),
                    Optional.of(Nodes.literal(new Value.TimeSpan(864_000_000_000L))),
                    keys,
                    false,
                    Nodes.NONE);
        });
    }

    // ---- order

    /** An order that leaves no choice: rows that tie are equal. */
    private Optional<TabularOperator> totalOrder() {
        if (columns.stream().anyMatch(column -> !ORDERED.contains(column.type()))) {
            return Optional.empty();
        }
        List<ColumnSchema> left = new ArrayList<>(columns);
        List<TabularOperator.OrderItem> items = new ArrayList<>();
        while (!left.isEmpty()) {
            items.add(orderItem(reference(left.remove(draws.below(left.size())))));
        }
        return Optional.of(new TabularOperator.Sort(items, List.of(), Nodes.NONE));
    }

    private TabularOperator.OrderItem orderItem(Expression value) {
        return new TabularOperator.OrderItem(
                Nodes.unnamed(value),
                draws.oneIn(3)
                        ? Optional.empty()
                        : Optional.of(
                                draws.oneIn(2)
                                        ? TabularOperator.Direction.ASCENDING
                                        : TabularOperator.Direction.DESCENDING),
                draws.oneIn(4) ? Optional.of(draws.oneIn(2)) : Optional.empty(),
                Nodes.NONE);
    }

    private TabularOperator take() {
        return new TabularOperator.Take(Nodes.number(draws.between(0, 5)), List.of(), Nodes.NONE);
    }

    private Optional<TabularOperator> top() {
        List<ColumnSchema> ordered = columns.stream()
                .filter(column -> ORDERED.contains(column.type()))
                .toList();
        return ordered.isEmpty()
                ? Optional.empty()
                : Optional.of(new TabularOperator.Top(
                        Nodes.number(draws.between(0, 5)),
                        orderItem(reference(draws.of(ordered))),
                        List.of(),
                        Nodes.NONE));
    }

    // ---- values with parts

    private Optional<TabularOperator> expand() {
        return columnOf(KqlType.DYNAMIC).map(column -> {
            Optional<String> type =
                    draws.oneIn(2) ? Optional.empty() : Optional.of(draws.of(List.of("string", "long")));
            NamedExpression value =
                    draws.oneIn(2) ? Nodes.unnamed(reference(column)) : Nodes.named("item", reference(column));
            return new TabularOperator.MvExpand(
                    List.of(), List.of(new TabularOperator.MvItem(value, type)), Optional.empty(), Nodes.NONE);
        });
    }

    private Optional<TabularOperator> parse() {
        return columnOf(KqlType.STRING).map(column -> {
            List<TabularOperator.ParsePart> parts = new ArrayList<>();
            if (draws.oneIn(2)) {
                parts.add(new TabularOperator.ParsePart.Skip());
                parts.add(separator());
            }
            parts.add(capture("p"));
            parts.add(separator());
            parts.add(capture("q"));
            return new TabularOperator.Parse(draws.oneIn(3), List.of(), reference(column), parts, Nodes.NONE);
        });
    }

    private TabularOperator.ParsePart separator() {
        return new TabularOperator.ParsePart.Text(draws.of(List.of("a", "=", " ", "-", ".", "b")), false);
    }

    private TabularOperator.ParsePart capture(String name) {
        return new TabularOperator.ParsePart.Capture(
                Nodes.name(name), draws.oneIn(2) ? Optional.empty() : Optional.of(draws.of(List.of("string", "long"))));
    }
}
