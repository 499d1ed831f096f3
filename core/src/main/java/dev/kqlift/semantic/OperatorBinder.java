package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tabular operators: one arm each; families with much to say have a binder of their own. */
final class OperatorBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;
    private final Binder binder;
    private final ProjectionBinder projections;
    private final AggregationBinder aggregations;
    private final CombinationBinder combinations;
    private final PluginBinder plugins;
    private final ExpansionBinder expansions;
    private final SearchBinder searches;
    private final GraphBinder graphs;

    OperatorBinder(Session session, ScalarBinder scalars, TableBinder tables, Binder binder) {
        this.session = session;
        this.scalars = scalars;
        this.tables = tables;
        this.binder = binder;
        this.projections = new ProjectionBinder(session, scalars);
        this.aggregations = new AggregationBinder(session, scalars);
        this.combinations = new CombinationBinder(session, scalars, tables);
        this.plugins = new PluginBinder(session, scalars, tables);
        this.expansions = new ExpansionBinder(session, scalars, this);
        this.searches = new SearchBinder(session, scalars, tables, combinations);
        this.graphs = new GraphBinder(session, scalars, tables, this);
    }

    /** Takes rows through operators in order; {@code as} gives them a name for those after it. */
    Relation all(List<TabularOperator> steps, Relation source, Names outer) {
        Relation relation = source;
        Names names = outer;
        for (TabularOperator step : steps) {
            relation = apply(step, takesGraph(step) ? relation : graphs.rows(relation, step.origin()), names);
            if (step instanceof TabularOperator.As(var name, var parameters, var origin)) {
                Symbol.Use use = new Symbol.Use();
                use.mark();
                names = names.with(name.text(), new Symbol.TableSymbol(relation, use));
                session.remember(name.text(), relation);
            }
        }
        return relation;
    }

    private static boolean takesGraph(TabularOperator operator) {
        String keyword = operator.keyword();
        return keyword.startsWith("graph-") || "as".equals(keyword);
    }

    Relation combine(List<Relation> inputs, Origin origin) {
        return combinations.combine(inputs, origin);
    }

    /** An operator that is a source. */
    Relation source(TabularOperator operator, Names names) {
        return switch (operator) {
            case TabularOperator.Print print -> projections.print(print, names);
            case TabularOperator.Range range -> range(range, names);
            case TabularOperator.Union union -> combinations.union(Optional.empty(), union, names);
            case TabularOperator.Search search -> searches.search(Optional.empty(), search, names);
            case TabularOperator.Find find -> searches.find(find, names);
            default ->
                apply(
                        operator,
                        new Relation.Rows(Relation.RowsKind.PRINT, List.of(), List.of(List.of()), operator.origin()),
                        names);
        };
    }

    private Relation range(TabularOperator.Range range, Names names) {
        Scalar from = scalars.bind(range.from(), RowScope.NONE, names);
        Scalar to = scalars.bind(range.to(), RowScope.NONE, names);
        Scalar step = scalars.bind(range.step(), RowScope.NONE, names);
        KqlType type = from.type() == KqlType.DATETIME
                ? from.type()
                : TypeRules.promoted(TypeRules.common(from.type(), step.type()));
        return new Relation.Range(session.column(range.name().text(), type), from, to, step, range.origin());
    }

    private Relation apply(TabularOperator operator, Relation input, Names names) {
        return switch (operator) {
            case TabularOperator.Where(var predicate, var parameters, var ignored, var origin) -> {
                RowScope row = RowScope.of(input);
                Scalar bound = scalars.condition(scalars.bind(predicate, row, names), predicate.origin());
                yield new Relation.Filter(Inference.add(input, row.inferred()), bound, origin);
            }
            case TabularOperator.Extend(var items, var origin) ->
                projections.extend(input, items, Relation.ProjectKind.EXTEND, origin, names);
            case TabularOperator.Project(var items, var origin) -> projections.project(input, items, origin, names);
            case TabularOperator.ProjectNames project -> projections.names(input, project, names);
            case TabularOperator.ProjectRename(var items, var origin) ->
                projections.rename(input, items, origin, names);
            case TabularOperator.ProjectReorder reorder -> projections.reorder(input, reorder, names);
            case TabularOperator.Serialize(var items, var parameters, var origin) ->
                items.isEmpty()
                        ? new Relation.Marker(input, "serialize", origin)
                        : projections.extend(input, items, Relation.ProjectKind.SERIALIZE, origin, names);
            case TabularOperator.Summarize summarize -> aggregations.summarize(input, summarize, names);
            case TabularOperator.Distinct distinct -> aggregations.distinct(input, distinct, names);
            case TabularOperator.Count(var name, var origin) ->
                aggregations.count(input, name.map(given -> given.text()).orElse("Count"), origin);
            case TabularOperator.MakeSeries series -> aggregations.makeSeries(input, series, names);
            case TabularOperator.TopNested top -> aggregations.topNested(input, top, names);
            case TabularOperator.TopHitters top -> aggregations.topHitters(input, top, names);
            case TabularOperator.SampleDistinct sample -> aggregations.sampleDistinct(input, sample, names);
            case TabularOperator.Take(var count, var parameters, var origin) ->
                new Relation.Take(input, Relation.TakeKind.TAKE, count(count, names), origin);
            case TabularOperator.Sample(var count, var parameters, var origin) ->
                new Relation.Take(input, Relation.TakeKind.SAMPLE, count(count, names), origin);
            case TabularOperator.Sort(var items, var parameters, var origin) -> sort(input, items, origin, names);
            case TabularOperator.Top(var count, var by, var parameters, var origin) ->
                new Relation.Take(
                        sort(input, List.of(by), origin, names), Relation.TakeKind.TOP, count(count, names), origin);
            case TabularOperator.Join join -> combinations.join(input, join, names);
            case TabularOperator.Union union -> combinations.union(Optional.of(input), union, names);
            case TabularOperator.MvExpand expand -> expansions.mvExpand(input, expand, names);
            case TabularOperator.MvApply mvApply -> expansions.mvApply(input, mvApply, names);
            case TabularOperator.Parse parse -> expansions.parse(input, parse, names);
            case TabularOperator.ParseKv parse ->
                expansions.parseKv(input, parse, tables.declared(parse.schema()), names);
            case TabularOperator.Evaluate evaluate -> plugins.evaluate(input, evaluate, names);
            case TabularOperator.Invoke invoke -> invoke(input, invoke, names);
            case TabularOperator.As(var name, var parameters, var origin) -> new Relation.Marker(input, "as", origin);
            case TabularOperator.Render render -> new Relation.Marker(input, "render", render.origin());
            case TabularOperator.Consume(var parameters, var origin) -> new Relation.Marker(input, "consume", origin);
            case TabularOperator.AssertSchema(var schema, var origin) ->
                new Relation.Marker(input, "assert-schema", origin);
            case TabularOperator.Partition partition -> partition(input, partition, names);
            case TabularOperator.Fork(var branches, var origin) -> fork(input, branches, origin, names);
            case TabularOperator.Facet(var by, var subquery, var origin) -> facet(input, by, subquery, origin, names);
            case TabularOperator.Reduce reduce -> reduce(input, reduce, names);
            case TabularOperator.Scan scan ->
                new ScanBinder(session, scalars)
                        .bind(input, scan, sort(input, scan.order(), scan.origin(), names), names);
            case TabularOperator.Search search -> searches.search(Optional.of(input), search, names);
            case TabularOperator.GetSchema(var parameters, var origin) ->
                made(
                                "getschema",
                                input,
                                List.of(),
                                List.of(
                                        session.column("ColumnName", KqlType.STRING),
                                        session.column("ColumnOrdinal", KqlType.INT),
                                        session.column("DataType", KqlType.STRING),
                                        session.column("ColumnType", KqlType.STRING)),
                                origin)
                        .meaning(new OperatorMeaning.GetSchema());
            case TabularOperator.Print print -> projections.print(print, names);
            case TabularOperator.Range range -> range(range, names);
            case TabularOperator.Find find -> searches.find(find, names);
            case TabularOperator.MacroExpand macro -> notFollowed(input, "macro-expand", macro.origin());
            case TabularOperator.MakeGraph graph -> graphs.makeGraph(input, graph, names);
            case TabularOperator.GraphMatch match -> graphs.match(input, match, names);
            case TabularOperator.GraphOther other -> graphs.other(input, other, names);
        };
    }

    private Relation.Other made(
            String operator, Relation input, List<Scalar> arguments, List<Column> columns, Origin origin) {
        return new Relation.Other(operator, List.of(input), arguments, columns, columns, false, origin);
    }

    private Relation notFollowed(Relation input, String operator, Origin origin) {
        session.report(
                DiagnosticCode.KB004,
                origin,
                "`" + operator + "` is not analysed; the columns after it are inferred from use");
        return new Relation.Other(operator, List.of(input), List.of(), List.of(), List.of(), true, origin);
    }

    /** A number of rows; a dynamic value may hold one. */
    private Scalar count(Expression expression, Names names) {
        Scalar count = scalars.bind(expression, RowScope.NONE, names);
        KqlType type = count.type();
        if (!type.isInteger() && type != KqlType.DYNAMIC && type != KqlType.UNKNOWN) {
            session.report(
                    DiagnosticCode.KT001,
                    expression.origin(),
                    "a whole number of rows is expected here, this is a " + type.word());
        }
        return count;
    }

    private Relation.Sort sort(Relation input, List<TabularOperator.OrderItem> items, Origin origin, Names names) {
        RowScope row = RowScope.of(input);
        List<Relation.SortKey> keys = new ArrayList<>(items.size());
        for (TabularOperator.OrderItem item : items) {
            boolean ascending =
                    item.direction().isPresent() && item.direction().get().ascending();
            keys.add(new Relation.SortKey(
                    scalars.bind(item.value().value(), row, names),
                    ascending,
                    item.nullsFirst().orElse(ascending)));
        }
        return new Relation.Sort(Inference.add(input, row.inferred()), keys, origin);
    }

    // ---- functions

    private Relation invoke(Relation input, TabularOperator.Invoke invoke, Names names) {
        String name = invoke.function().text();
        Optional<Symbol> symbol = names.find(name);
        if (symbol.isEmpty() && !session.isRunning(name)) {
            Optional<Symbol.FunctionSymbol> saved = new WorkspaceCalls(session).saved(name, invoke.origin());
            if (saved.isPresent()) {
                session.calls(name);
                symbol = Optional.of(saved.get());
            }
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.FunctionSymbol function) {
            CallBinder calls = new CallBinder(session, scalars, binder);
            Symbol.Use use = new Symbol.Use();
            Bound result = calls.ofQuery(
                    function,
                    invoke.arguments(),
                    List.of(new Symbol.TableSymbol(input, use)),
                    invoke.origin(),
                    new ScalarBinder.ScalarContext(RowScope.NONE, names, false));
            if (result instanceof Bound.BoundTable(var relation)) {
                return relation;
            }
        }
        session.calls(name);
        Optional<WorkspaceCalls.Result> declared = symbol.isPresent() || session.isRunning(name)
                ? Optional.empty()
                : new WorkspaceCalls(session).result(name, List.of());
        if (declared.isEmpty()) {
            session.report(
                    DiagnosticCode.KB003,
                    invoke.function().origin(),
                    "`" + name
                            + "` is neither built in nor defined in the query; the columns that it adds are inferred from use");
        }
        RowScope row = RowScope.of(input);
        List<Scalar> arguments = new ArrayList<>();
        List<Optional<String>> argumentNames = new ArrayList<>();
        for (Expression.Argument argument : invoke.arguments()) {
            argumentNames.add(argument.name().map(given -> given.text()));
            arguments.add(scalars.bind(argument.value(), row, names));
        }
        Relation known = Inference.add(input, row.inferred());
        WorkspaceCalls.Result added = declared.isPresent() ? declared.get() : enrichment(known, invoke.origin());
        List<Column> columns = new ArrayList<>(declared.isPresent() ? List.of() : known.columns());
        columns.addAll(added.columns());
        return new Relation.Other(
                "invoke",
                List.of(known),
                arguments,
                added.columns(),
                columns,
                added.open(),
                new OperatorMeaning.Invocation(name, argumentNames),
                invoke.origin());
    }

    /** The columns that a function adds, once a run has found them. */
    private WorkspaceCalls.Result enrichment(Relation input, Origin origin) {
        Optional<List<TableSchema.ColumnSchema>> found = session.observed().at(origin.span());
        if (found.isEmpty()) {
            return new WorkspaceCalls.Result(List.of(), true);
        }
        ColumnNames used = new ColumnNames();
        input.columns().forEach(column -> used.take(column.name()));
        List<Column> columns = new ArrayList<>();
        found.get().forEach(column -> columns.add(session.column(used.unique(column.name()), column.type())));
        return new WorkspaceCalls.Result(columns, input.open());
    }

    // ---- sub-queries

    private Relation partition(Relation input, TabularOperator.Partition partition, Names names) {
        RowScope row = RowScope.of(input);
        Scalar by = scalars.bind(partition.by(), row, names);
        Relation known = Inference.add(input, row.inferred());
        Relation subquery = partition.whole().isPresent()
                ? tables.table(partition.whole().get(), withKey(by, known, names))
                : all(partition.subquery(), known, names);
        return new Relation.Apply(
                known,
                "partition",
                List.of(),
                Optional.of(by),
                known,
                subquery,
                subquery.columns(),
                subquery.open(),
                partition.origin());
    }

    /** In the form that names its own source the key column is one value: that of the rows of the group. */
    private Names withKey(Scalar key, Relation rows, Names names) {
        if (!(key instanceof Scalar.ColumnRef(var column, var origin))) {
            return names;
        }
        Relation keys =
                new Relation.Project(rows, Relation.ProjectKind.PROJECT, List.of(), List.of(column), false, origin);
        return names.with(column.name(), new Symbol.ScalarSymbol(new Scalar.Subquery(keys, column.type(), origin)));
    }

    private Relation fork(Relation input, List<TabularOperator.ForkBranch> branches, Origin origin, Names names) {
        List<Relation> results = new ArrayList<>(branches.size());
        for (TabularOperator.ForkBranch branch : branches) {
            results.add(all(branch.operators(), input, names));
        }
        session.report(DiagnosticCode.KB004, origin, "`fork` gives several tables; only the first is followed");
        Relation first = results.get(0);
        return new Relation.Other("fork", results, List.of(), List.of(), first.columns(), first.open(), origin);
    }

    private Relation facet(
            Relation input, List<Expression> by, List<TabularOperator> subquery, Origin origin, Names names) {
        RowScope row = RowScope.of(input);
        List<Scalar> bound = new ArrayList<>(by.size());
        for (Expression expression : by) {
            bound.add(scalars.bind(expression, row, names));
        }
        Relation result = all(subquery, Inference.add(input, row.inferred()), names);
        session.report(DiagnosticCode.KB004, origin, "`facet` gives several tables; only the last is followed");
        return new Relation.Other("facet", List.of(result), bound, List.of(), result.columns(), result.open(), origin);
    }

    private Relation reduce(Relation input, TabularOperator.Reduce reduce, Names names) {
        RowScope row = RowScope.of(input);
        Scalar by = scalars.bind(reduce.by().value(), row, names);
        List<Column> columns = new ArrayList<>();
        Relation known = Inference.add(input, row.inferred());
        boolean keeps = reduce.parameters().stream()
                .anyMatch(parameter -> "kind".equals(parameter.name()) && "source".equals(parameter.word()));
        if (keeps) {
            columns.addAll(known.columns());
        }
        List<Column> made = List.of(
                session.column("Pattern", KqlType.STRING),
                session.column("Count", KqlType.LONG),
                session.column("Representative", KqlType.STRING));
        columns.addAll(made);
        return new Relation.Other(
                "reduce", List.of(known), List.of(by), made, columns, keeps && known.open(), reduce.origin());
    }
}
