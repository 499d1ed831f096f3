package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.Watchlist;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources and pipelines. */
final class TableBinder {
    /** Columns that every table of a workspace has, for sources that read tables whose names are not known. */
    private static final List<TableSchema.ColumnSchema> STANDARD_COLUMNS = List.of(
            new TableSchema.ColumnSchema("TimeGenerated", KqlType.DATETIME),
            new TableSchema.ColumnSchema("Type", KqlType.STRING),
            new TableSchema.ColumnSchema("TenantId", KqlType.STRING),
            new TableSchema.ColumnSchema("_ResourceId", KqlType.STRING),
            new TableSchema.ColumnSchema("_SubscriptionId", KqlType.STRING),
            new TableSchema.ColumnSchema("_IsBillable", KqlType.STRING),
            new TableSchema.ColumnSchema("_BilledSize", KqlType.REAL),
            new TableSchema.ColumnSchema("SourceSystem", KqlType.STRING),
            new TableSchema.ColumnSchema("Computer", KqlType.STRING));

    /** The pattern that means all tables. */
    static final String EVERY_TABLE = "*";

    /** A pattern that more tables match is not expanded. */
    private static final int MOST_MATCHES = 120;

    private final Session session;
    private final ScalarBinder scalars;
    private final Binder binder;
    private final OperatorBinder operators;
    private final WorkspaceCalls workspace;

    TableBinder(Session session, ScalarBinder scalars, Binder binder) {
        this.session = session;
        this.scalars = scalars;
        this.binder = binder;
        this.operators = new OperatorBinder(session, scalars, this, binder);
        this.workspace = new WorkspaceCalls(session);
    }

    /** Binds an expression that has to be a table. */
    Relation table(Expression expression, Names names) {
        return switch (any(expression, names)) {
            case Bound.BoundTable(var relation) -> relation;
            case Bound.BoundScalar(var scalar) -> notATable(scalar, expression);
        };
    }

    private Relation notATable(Scalar scalar, Expression expression) {
        if (scalar instanceof Scalar.RelationArgument(var relation, var ignored)) {
            return relation;
        }
        boolean known = !(scalar instanceof Scalar.Unbound) && !(scalar instanceof Scalar.UnknownCall);
        if (known) {
            session.report(
                    DiagnosticCode.KB007,
                    expression.origin(),
                    "a table is expected here, this is a " + scalar.type().word());
        }
        return new Relation.Unresolved("", List.of(), expression.origin());
    }

    /** Binds an expression that stands where both a table and a scalar may stand. */
    Bound any(Expression expression, Names names) {
        return switch (expression) {
            case Expression.Parenthesized(var inner, var origin) -> any(inner, names);
            case Expression.NameReference name -> name(name, names);
            case Expression.Call call -> binder.patterns().call(call, names).orElseGet(() -> call(call, names));
            case Expression.Path path -> binder.patterns().call(path, names).orElseGet(() -> path(path, names));
            case Expression.Pipeline(var source, var steps, var origin) -> bound(pipeline(source, steps, names));
            case Expression.OperatorSource(var operator, var origin) -> bound(operators.source(operator, names));
            case Expression.Datatable datatable -> bound(datatable(datatable, names));
            case Expression.ExternalData external -> bound(external(external, names));
            case Expression.TableCall(var function, var table, var parameters, var inner, var origin) ->
                function == Expression.TableFunction.TOSCALAR ? scalar(expression, names) : bound(table(table, names));
            case Expression.Literal ignored -> scalar(expression, names);
            case Expression.StringLiteral ignored -> scalar(expression, names);
            case Expression.DynamicLiteral ignored -> scalar(expression, names);
            case Expression.Element ignored -> scalar(expression, names);
            case Expression.Unary ignored -> scalar(expression, names);
            case Expression.Binary ignored -> scalar(expression, names);
            case Expression.Logical ignored -> scalar(expression, names);
            case Expression.Membership ignored -> scalar(expression, names);
            case Expression.Between ignored -> scalar(expression, names);
            case Expression.Star ignored -> scalar(expression, names);
            case Expression.TypeOf ignored -> scalar(expression, names);
            case Expression.Placeholder ignored -> scalar(expression, names);
        };
    }

    private Bound path(Expression.Path path, Names names) {
        return isElsewhere(path, names) ? bound(elsewhere(path)) : scalar(path, names);
    }

    private static Bound bound(Relation relation) {
        return new Bound.BoundTable(relation);
    }

    private Bound scalar(Expression expression, Names names) {
        Scalar scalar = scalars.bind(expression, RowScope.NONE, names);
        return scalar instanceof Scalar.RelationArgument(var relation, var ignored)
                ? bound(relation)
                : new Bound.BoundScalar(scalar);
    }

    private Relation pipeline(Expression source, List<TabularOperator> steps, Names names) {
        Relation relation = table(source, names);
        return operators.all(steps, relation, names);
    }

    // ---- names and calls

    private Bound name(Expression.NameReference name, Names names) {
        Optional<Symbol> symbol = names.find(name.name());
        if (symbol.isEmpty()) {
            Optional<Relation> remembered = session.remembered(name.name());
            return remembered.isPresent() ? bound(remembered.get()) : ofWorkspace(name);
        }
        return switch (symbol.get()) {
            case Symbol.TableSymbol(var relation, var use) -> {
                use.mark();
                yield bound(relation);
            }
            case Symbol.ScalarSymbol(var value) ->
                value instanceof Scalar.RelationArgument(var relation, var ignored)
                        ? bound(relation)
                        : new Bound.BoundScalar(
                                value instanceof Scalar.Constant(var constant, var ignored)
                                        ? new Scalar.Constant(constant, name.origin())
                                        : value);
            case Symbol.FunctionSymbol function -> binder.call(function, List.of(), Map.of(), name.origin());
            case Symbol.ElsewhereSymbol() -> bound(new Relation.Unresolved(name.name(), List.of(), name.origin()));
            case Symbol.PatternSymbol pattern -> ofWorkspace(name);
        };
    }

    /** A name without brackets: a function of the workspace that takes no arguments, or else a table. */
    private Bound ofWorkspace(Expression.NameReference name) {
        boolean declared = session.workspace().declared(name.name()).isPresent();
        boolean function = !session.isRunning(name.name())
                && (declared || session.tables().table(name.name()).isEmpty());
        Optional<Symbol.FunctionSymbol> saved =
                function && declared ? workspace.saved(name.name(), name.origin()) : Optional.empty();
        if (saved.isPresent()) {
            session.calls(name.name());
            return binder.call(saved.get(), List.of(), Map.of(), name.origin());
        }
        if (function && workspace.givesKnownColumns(name.name())) {
            // Written without brackets a parser is read as a table is; only what the configuration declares is known to
            // be a function.
            if (declared) {
                session.calls(name.name());
            } else {
                session.reads(name.name());
            }
            WorkspaceCalls.Result result =
                    workspace.result(name.name(), List.of()).orElseThrow();
            return bound(
                    new Relation.FunctionScan(name.name(), List.of(), result.columns(), result.open(), name.origin()));
        }
        return bound(scan(name.name(), name.origin()));
    }

    /** The scan of a table; one that nobody knows is open. */
    Relation scan(String table, Origin origin) {
        session.reads(table);
        Optional<List<Column>> columns = session.columnsOf(table).or(() -> observed(origin));
        if (columns.isEmpty() && session.isNewUnknown(table)) {
            session.report(
                    DiagnosticCode.KB002,
                    origin,
                    "the columns of `" + table + "` are not known; they are inferred from use, and the result is open");
        }
        return new Relation.TableScan(table, columns.orElse(List.of()), columns.isEmpty(), origin);
    }

    /** The columns that a run found at a place. */
    private Optional<List<Column>> observed(Origin origin) {
        return session.observed()
                .at(origin.span())
                .map(found -> found.stream()
                        .map(column -> session.column(column.name(), column.type()))
                        .toList());
    }

    private Bound call(Expression.Call call, Names names) {
        String name = call.function().text();
        Optional<Symbol> symbol = names.find(name);
        if (symbol.isPresent()) {
            if (symbol.get() instanceof Symbol.TableSymbol(var relation, var use)) {
                use.mark();
                return bound(relation);
            }
            return scalar(call, names);
        }
        if (isTableFunction(name)) {
            return bound(tableFunction(call, names));
        }
        boolean builtIn = session.functions().scalar(name).isPresent()
                || session.functions().aggregate(name).isPresent();
        return builtIn || workspace.isBoundAsScalar(name) ? scalar(call, names) : bound(unknownFunction(call, names));
    }

    private Relation unknownFunction(Expression.Call call, Names names) {
        String name = call.function().text();
        if (session.isRunning(name)) {
            session.report(
                    DiagnosticCode.KB006,
                    call.origin(),
                    "`" + name + "` calls itself; KQL has no recursion, so unroll it");
            return new Relation.Unresolved(name, List.of(), call.origin());
        }
        session.calls(name);
        Optional<WorkspaceCalls.Result> known = observed(call.origin())
                .map(columns -> new WorkspaceCalls.Result(columns, false))
                .or(() -> workspace.result(name, call.arguments()));
        boolean watchlist = known.isEmpty() && name.equals(Watchlist.FUNCTION);
        if (known.isEmpty() && !watchlist) {
            session.report(
                    DiagnosticCode.KB003,
                    call.function().origin(),
                    "`" + name + "` is neither built in nor defined in the query; its columns are inferred from use");
        }
        List<Scalar> arguments = new ArrayList<>();
        List<Optional<String>> argumentNames = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            argumentNames.add(argument.name().map(given -> given.text()));
            // The names of a workspace function's own parameters are not columns, so only constants are of use.
            arguments.add(
                    argument.value() instanceof Expression.NameReference reference
                                    && names.find(reference.name()).isEmpty()
                            ? new Scalar.Unbound(reference.name(), KqlType.UNKNOWN, reference.origin())
                            : scalars.bind(argument.value(), RowScope.NONE, names));
        }
        if (watchlist) {
            known = Optional.of(watchlist(call, arguments));
        }
        WorkspaceCalls.Result result = known.orElse(new WorkspaceCalls.Result(List.of(), true));
        return new Relation.FunctionScan(
                name, arguments, argumentNames, result.columns(), result.open(), call.origin());
    }

    private WorkspaceCalls.Result watchlist(Expression.Call call, List<Scalar> arguments) {
        Optional<Value> alias =
                !arguments.isEmpty() && arguments.getFirst() instanceof Scalar.Constant(var value, var origin)
                        ? Optional.of(value)
                        : Optional.empty();
        WorkspaceCalls.Result result = workspace.watchlist(alias);
        if (result.open()) {
            session.report(
                    DiagnosticCode.KB003,
                    call.function().origin(),
                    "the columns of this watchlist are not known; they are inferred from use unless kqlift.yaml declares them");
        }
        return result;
    }

    /** Functions of the language that give a table, a database or a cluster. */
    static boolean isTableFunction(String name) {
        return switch (name) {
            case "table",
                    "materialized_view",
                    "external_table",
                    "stored_query_result",
                    "cluster",
                    "database",
                    "workspace",
                    "app",
                    "resource",
                    "arg",
                    "adx",
                    "graph" -> true;
            default -> false;
        };
    }

    private Relation tableFunction(Expression.Call call, Names names) {
        if ("table".equals(call.function().text()) && !call.arguments().isEmpty()) {
            Scalar name = scalars.bind(call.arguments().get(0).value(), RowScope.NONE, names);
            if (name instanceof Scalar.Constant(Value.Text(var table), var origin)) {
                return table.contains("*") ? matching(table, call.origin()) : scan(table, call.origin());
            }
        }
        return new Relation.Unresolved(call.function().text(), List.of(), call.origin());
    }

    /** Whether an expression leads out of the workspace: {@code database("d").T}. */
    static boolean isElsewhere(Expression expression) {
        return switch (expression) {
            case Expression.Call call -> isTableFunction(call.function().text());
            case Expression.Path(var target, var member, var origin) -> isElsewhere(target);
            default -> false;
        };
    }

    private static boolean isElsewhere(Expression expression, Names names) {
        if (isElsewhere(expression)) {
            return true;
        }
        Expression root = expression;
        while (root instanceof Expression.Path(var target, var member, var origin)) {
            root = target;
        }
        return root instanceof Expression.NameReference name
                && names.find(name.name()).orElse(null) instanceof Symbol.ElsewhereSymbol;
    }

    private Relation elsewhere(Expression.Path path) {
        String name = switch (path.member()) {
            case Expression.NameReference table -> table.name();
            case Expression.Call call -> call.function().text();
            default -> "";
        };
        session.report(
                DiagnosticCode.KB002,
                path.origin(),
                "`" + name + "` stands in another database or workspace; its columns are inferred from use");
        Optional<List<Column>> columns = observed(path.origin());
        return new Relation.TableScan(name, columns.orElse(List.of()), columns.isEmpty(), path.origin());
    }

    // ---- literal tables

    private Relation datatable(Expression.Datatable datatable, Names names) {
        List<Column> columns = declared(datatable.schema());
        List<List<Scalar>> rows = new ArrayList<>();
        int width = columns.size();
        List<Expression> values = datatable.values();
        if (width == 0 || values.size() % width != 0) {
            session.report(
                    DiagnosticCode.KB005,
                    datatable.origin(),
                    "the number of values is no multiple of the " + width + " columns; fill the last row");
        }
        for (int i = 0; width > 0 && i + width <= values.size(); i += width) {
            List<Scalar> row = new ArrayList<>(width);
            for (int j = 0; j < width; j++) {
                row.add(scalars.bind(values.get(i + j), RowScope.NONE, names));
            }
            rows.add(row);
        }
        return new Relation.Rows(Relation.RowsKind.DATATABLE, columns, rows, datatable.origin());
    }

    List<Column> declared(RowSchema schema) {
        List<Column> columns = new ArrayList<>(schema.columns().size());
        for (RowSchema.ColumnDeclaration column : schema.columns()) {
            columns.add(session.column(
                    column.name().text(), KqlType.ofName(column.type()).orElse(KqlType.UNKNOWN)));
        }
        return columns;
    }

    private Relation external(Expression.ExternalData external, Names names) {
        List<String> locations = new ArrayList<>();
        for (Expression location : external.locations()) {
            if (scalars.bind(location, RowScope.NONE, names)
                    instanceof Scalar.Constant(Value.Text(var text), var ignored)) {
                locations.add(text);
            }
        }
        return new Relation.External(declared(external.schema()), locations, external.origin());
    }

    /** A table as the parameter of a function promises it. */
    Relation ofSchema(Statement.FunctionParameter parameter) {
        RowSchema schema = parameter.schema().orElseThrow();
        return schema.star() || schema.columns().isEmpty()
                ? new Relation.Unresolved(parameter.name().text(), declared(schema), parameter.origin())
                : new Relation.FunctionScan(
                        parameter.name().text(), List.of(), declared(schema), false, parameter.origin());
    }

    // ---- wildcards

    /** A table, and the name of the function of the query that it is. */
    record Source(Relation relation, Optional<String> view) {}

    /** The tables that an item of {@code union}, {@code find} or {@code search} names. */
    List<Source> sources(NamePattern item, Names names) {
        if (item.pattern().isEmpty()) {
            return List.of(new Source(table(item.expression(), names), view(item, names)));
        }
        String pattern = item.pattern().get();
        if (item.expression() instanceof Expression.Path) {
            return List.of(new Source(new Relation.Unresolved(pattern, List.of(), item.origin()), Optional.empty()));
        }
        return sources(pattern, item.origin(), names);
    }

    /** The name of the function of the query that an input is. */
    private static Optional<String> view(NamePattern source, Names names) {
        String name = switch (source.expression()) {
            case Expression.NameReference reference -> reference.name();
            case Expression.Call call -> call.function().text();
            default -> "";
        };
        return names.find(name).filter(Symbol.FunctionSymbol.class::isInstance).map(symbol -> name);
    }

    /** The views of the query and the tables whose names match. */
    List<Source> sources(String pattern, Origin origin, Names names) {
        List<Source> sources = new ArrayList<>(views(pattern, origin, names));
        Optional<List<String>> observed = session.observed().matching(pattern);
        if (observed.isPresent()) {
            observed.get().forEach(table -> sources.add(new Source(scan(table, origin), Optional.empty())));
        } else if (sources.isEmpty() || EVERY_TABLE.equals(pattern) || isKnown(pattern)) {
            sources.add(new Source(matching(pattern, origin), Optional.empty()));
        }
        return sources.isEmpty()
                ? List.of(new Source(new Relation.Unresolved(pattern, List.of(), origin), Optional.empty()))
                : sources;
    }

    private boolean isKnown(String pattern) {
        return session.tables().names().stream().anyMatch(name -> Wildcards.matches(pattern, name));
    }

    /** The views of the query whose names match. */
    private List<Source> views(String pattern, Origin origin, Names names) {
        List<Source> views = new ArrayList<>();
        names.views(name -> Wildcards.matches(pattern, name)).forEach((name, view) -> {
            if (binder.call(view, List.of(), Map.of(), origin) instanceof Bound.BoundTable(var relation)) {
                views.add(new Source(relation, Optional.of(name)));
            }
        });
        return views;
    }

    /**
     * All tables whose names match. The known ones among them are read one by one where they are few; a pattern that means
     * the whole workspace is one open relation with the columns that every table has.
     */
    Relation matching(String pattern, Origin origin) {
        Optional<List<String>> atHand = session.observed().matching(pattern);
        List<String> known = new ArrayList<>(atHand.orElse(List.of()));
        if (atHand.isEmpty() && !EVERY_TABLE.equals(pattern)) {
            for (String name : session.tables().names()) {
                if (Wildcards.matches(pattern, name)) {
                    known.add(name);
                }
            }
        }
        if (!known.isEmpty() && (atHand.isPresent() || known.size() <= MOST_MATCHES)) {
            List<Relation> scans = new ArrayList<>(known.size());
            for (String name : known) {
                // A pattern over the tables that kqlift knows does not say that the query reads each of them.
                scans.add(
                        atHand.isPresent()
                                ? scan(name, origin)
                                : new Relation.TableScan(
                                        name, session.columnsOf(name).orElse(List.of()), false, origin));
            }
            return operators.combine(scans, origin);
        }
        List<Column> columns = new ArrayList<>();
        for (TableSchema.ColumnSchema column : STANDARD_COLUMNS) {
            columns.add(session.column(column.name(), column.type()));
        }
        return new Relation.Unresolved(pattern, columns, origin);
    }
}
