package dev.kqlift.semantic;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a query its meaning: statements in order, each name visible to those after it. */
public final class Binder {
    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;
    private final TableParameters promises;
    private final PatternCalls patterns;
    private final Map<String, Value> constants = new LinkedHashMap<>();
    private final List<Symbol.TableSymbol> letTables = new ArrayList<>();
    private final List<Symbol.FunctionSymbol> letFunctions = new ArrayList<>();

    private Binder(
            TableCatalog catalog, FunctionCatalog functions, WorkspaceFunctions workspace, ObservedColumns observed) {
        session = new Session(catalog, functions, workspace, observed);
        scalars = new ScalarBinder(session, this);
        tables = new TableBinder(session, scalars, this);
        promises = new TableParameters(session, tables);
        patterns = new PatternCalls(session, scalars, this);
    }

    /**
     * Binds a query. Never fails: what cannot be bound is a diagnostic and an {@code Unbound} or {@code Unresolved} node.
     *
     * @param query the syntax tree
     * @param catalog the tables that are known
     * @param functions the functions of the language
     */
    public static BoundQuery bind(Query query, TableCatalog catalog, FunctionCatalog functions) {
        return bind(query, catalog, functions, WorkspaceFunctions.builtIn());
    }

    /**
     * Binds a query of a workspace.
     *
     * @param workspace the functions and watchlists of the workspace
     */
    public static BoundQuery bind(
            Query query, TableCatalog catalog, FunctionCatalog functions, WorkspaceFunctions workspace) {
        return bind(query, catalog, functions, workspace, ObservedColumns.NONE);
    }

    /**
     * Binds a query that has run up to a plugin whose columns depend on the data.
     *
     * @param observed the columns that such plugins gave
     */
    public static BoundQuery bind(
            Query query,
            TableCatalog catalog,
            FunctionCatalog functions,
            WorkspaceFunctions workspace,
            ObservedColumns observed) {
        return new Binder(catalog, functions, workspace, observed).bind(query);
    }

    private BoundQuery bind(Query query) {
        Optional<Bound> result = statements(query.statements(), Names.NONE, true);
        List<Relation> unused = new ArrayList<>();
        for (Symbol.TableSymbol table : letTables) {
            if (!table.use().isUsed()) {
                unused.add(table.relation());
            }
        }
        // Binding a body may declare further functions, which stand behind it in the list.
        for (int i = 0; i < letFunctions.size(); i++) {
            Symbol.FunctionSymbol function = letFunctions.get(i);
            if (!function.use().isUsed()) {
                session.renewCalls();
                uncalled(function);
            }
        }
        Optional<Relation> relation = result.flatMap(
                bound -> bound instanceof Bound.BoundTable(var table) ? Optional.of(table) : Optional.empty());
        Optional<Scalar> scalar = result.flatMap(
                bound -> bound instanceof Bound.BoundScalar(var value) ? Optional.of(value) : Optional.empty());
        return new BoundQuery(
                relation,
                scalar,
                unused,
                session.readTables(),
                session.calledFunctions(),
                constants,
                session.diagnostics());
    }

    ScalarBinder scalars() {
        return scalars;
    }

    TableBinder tables() {
        return tables;
    }

    PatternCalls patterns() {
        return patterns;
    }

    /** Binds statements in order; gives what the last expression among them is. */
    private Optional<Bound> statements(List<Statement> statements, Names outer, boolean top) {
        Names names = outer.inner();
        Optional<Bound> result = Optional.empty();
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Let let -> names = let(let, names, top);
                case Statement.Result(var expression, var origin) -> {
                    Bound bound = tables.any(expression, names);
                    result = Optional.of(bound);
                }
                case Statement.DeclareParameters(var parameters, var origin) -> {
                    for (Statement.FunctionParameter parameter : parameters) {
                        names = names.with(
                                parameter.name().text(), new Symbol.ScalarSymbol(declared(parameter, names)));
                    }
                }
                case Statement.Alias(var kind, var name, var value, var origin) ->
                    names = names.with(name.text(), new Symbol.ElsewhereSymbol());
                case Statement.DeclarePattern pattern ->
                    names = names.with(pattern.name().text(), patterns.declared(pattern, names, letFunctions::add));
                case Statement.SetOption ignored -> {
                    // an option of the service; it does not change the meaning
                }
                case Statement.Restrict(var entities, var origin) ->
                    session.report(DiagnosticCode.KB004, origin, "`restrict` is not followed; it may hide tables");
            }
        }
        return result;
    }

    /** The value of a query parameter: its default, or an unknown value of its type. */
    private Scalar declared(Statement.FunctionParameter parameter, Names names) {
        KqlType type = parameter.type().flatMap(KqlType::ofName).orElse(KqlType.UNKNOWN);
        Scalar unknown = new Scalar.Unbound(parameter.name().text(), type, parameter.origin());
        return parameter
                .defaultValue()
                .map(value -> scalars.bind(value, RowScope.NONE, names))
                .orElse(unknown);
    }

    private Names let(Statement.Let let, Names names, boolean top) {
        String name = let.name().text();
        if (names.declares(name)) {
            session.report(
                    DiagnosticCode.KB010,
                    let.name().origin(),
                    "`" + name + "` is declared already; rename one of them");
        }
        return switch (let.value()) {
            case Statement.FunctionValue function -> {
                Symbol.FunctionSymbol symbol = new Symbol.FunctionSymbol(name, function, names, new Symbol.Use());
                letFunctions.add(symbol);
                yield names.with(name, symbol);
            }
            case Statement.EntityGroupValue ignored -> names.with(name, new Symbol.ElsewhereSymbol());
            case Statement.ExpressionValue(var expression) ->
                switch (tables.any(expression, names)) {
                    case Bound.BoundTable(var relation) -> {
                        Symbol.TableSymbol symbol = new Symbol.TableSymbol(relation, new Symbol.Use());
                        letTables.add(symbol);
                        yield names.with(name, symbol);
                    }
                    case Bound.BoundScalar(var scalar) -> {
                        if (top && scalar instanceof Scalar.Constant(var value, var origin)) {
                            constants.put(name, value);
                        }
                        yield names.with(
                                name,
                                session.scalarSymbol(name, scalar, let.name().origin()));
                    }
                };
        };
    }

    /**
     * Puts the body of a function of the query in the place of a call.
     *
     * @param arguments what the parameters stand for; fewer than the parameters where defaults fill the rest
     */
    Bound call(Symbol.FunctionSymbol symbol, List<Symbol> arguments, Map<String, Symbol> named, Origin origin) {
        symbol.use().mark();
        Statement.FunctionValue function = symbol.function();
        if (!session.enter(symbol.name(), function, origin)) {
            return new Bound.BoundScalar(new Scalar.Unbound(symbol.name(), KqlType.UNKNOWN, origin));
        }
        Map<String, Symbol> given;
        Bound result;
        try {
            given = given(symbol, arguments, named, origin);
            result = body(symbol, given, origin);
        } finally {
            session.leave();
        }
        promises.check(symbol, given, origin, declared -> again(symbol, declared, origin));
        return result;
    }

    /** What each parameter of a function stands for in a call, in the order of the parameters. */
    private Map<String, Symbol> given(
            Symbol.FunctionSymbol symbol, List<Symbol> arguments, Map<String, Symbol> named, Origin origin) {
        Map<String, Symbol> given = new LinkedHashMap<>();
        Names names = symbol.closure();
        int next = 0;
        for (Statement.FunctionParameter parameter : symbol.function().parameters()) {
            String name = parameter.name().text();
            Symbol argument = named.get(name);
            if (argument == null && next < arguments.size()) {
                argument = arguments.get(next++);
            }
            if (argument == null) {
                if (parameter.defaultValue().isEmpty()) {
                    session.report(
                            DiagnosticCode.KB005,
                            origin,
                            "the call of `" + symbol.name() + "` gives no value for its parameter `" + name + "`");
                }
                argument = parameter.schema().isPresent()
                        ? new Symbol.TableSymbol(tables.ofSchema(parameter), new Symbol.Use())
                        : new Symbol.ScalarSymbol(declared(parameter, names));
            }
            Symbol typed = argument instanceof Symbol.ScalarSymbol(var value)
                    ? new Symbol.ScalarSymbol(widened(value, parameter))
                    : argument;
            given.put(name, typed);
            names = names.with(name, typed);
        }
        return given;
    }

    /** A whole number that is given for a parameter of type real or decimal is one of that type in the body. */
    private Scalar widened(Scalar value, Statement.FunctionParameter parameter) {
        KqlType type = parameter.type().flatMap(KqlType::ofName).orElse(KqlType.UNKNOWN);
        if (!value.type().isInteger() || type != KqlType.REAL && type != KqlType.DECIMAL) {
            return value;
        }
        if (type == KqlType.REAL && value instanceof Scalar.Constant(Value.Whole(var number, var ignored), var place)) {
            return new Scalar.Constant(new Value.Real((double) number), place);
        }
        return session.functions()
                .scalar(type == KqlType.REAL ? "toreal" : "todecimal")
                .<Scalar>map(function -> new Scalar.Call(function, List.of(value), type, value.origin()))
                .orElse(value);
    }

    private Bound body(Symbol.FunctionSymbol symbol, Map<String, Symbol> given, Origin origin) {
        Names names = symbol.closure();
        for (Map.Entry<String, Symbol> parameter : given.entrySet()) {
            names = names.with(parameter.getKey(), parameter.getValue());
        }
        return statements(symbol.function().body(), names, false)
                .orElseGet(() -> new Bound.BoundScalar(new Scalar.Unbound(symbol.name(), KqlType.UNKNOWN, origin)));
    }

    /** Binds a body once more, for its unknown columns alone. */
    private void again(Symbol.FunctionSymbol symbol, Map<String, Symbol> given, Origin origin) {
        int tablesBefore = letTables.size();
        int functionsBefore = letFunctions.size();
        if (session.enter(symbol.name(), symbol.function(), origin)) {
            try {
                body(symbol, given, origin);
            } finally {
                session.leave();
            }
        }
        letTables.subList(tablesBefore, letTables.size()).clear();
        letFunctions.subList(functionsBefore, letFunctions.size()).clear();
    }

    /** Binds the body of a function that nothing calls, for its tables and its diagnostics. */
    private void uncalled(Symbol.FunctionSymbol symbol) {
        Map<String, Symbol> parameters = new LinkedHashMap<>();
        for (Statement.FunctionParameter parameter : symbol.function().parameters()) {
            parameters.put(
                    parameter.name().text(),
                    parameter.schema().isPresent()
                            ? new Symbol.TableSymbol(tables.ofSchema(parameter), new Symbol.Use())
                            : new Symbol.ScalarSymbol(new Scalar.Unbound(
                                    parameter.name().text(),
                                    parameter.type().flatMap(KqlType::ofName).orElse(KqlType.UNKNOWN),
                                    parameter.origin())));
        }
        call(symbol, List.of(), parameters, symbol.function().origin());
    }
}
