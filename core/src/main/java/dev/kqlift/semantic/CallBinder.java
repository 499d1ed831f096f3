package dev.kqlift.semantic;

import dev.kqlift.catalog.ArgumentKind;
import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.Parameter;
import dev.kqlift.catalog.ResultColumn;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.catalog.Signature;
import dev.kqlift.catalog.WorkspaceFunction;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.ScalarBinder.ScalarContext;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls: of the query's own functions, of the language's, and of functions that nobody knows. */
final class CallBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final Binder binder;
    private final WorkspaceCalls workspace;

    CallBinder(Session session, ScalarBinder scalars, Binder binder) {
        this.session = session;
        this.scalars = scalars;
        this.binder = binder;
        this.workspace = new WorkspaceCalls(session);
    }

    Scalar bind(Expression.Call call, ScalarContext context) {
        String name = call.function().text();
        Optional<Symbol> symbol = context.names().find(name);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.FunctionSymbol function) {
            return ScalarBinder.asScalar(ofQuery(function, call, context), call.origin());
        }
        if (TableBinder.isTableFunction(name)) {
            return new Scalar.RelationArgument(binder.tables().table(call, context.names()), call.origin());
        }
        Optional<Function> scalar = session.functions().scalar(name);
        Optional<Function> aggregate = session.functions().aggregate(name);
        if (context.aggregates() && aggregate.isPresent()) {
            return aggregate(aggregate.get(), call, context);
        }
        if (scalar.isPresent()) {
            return builtIn(scalar.get(), call, context);
        }
        if (aggregate.isPresent()) {
            session.report(
                    DiagnosticCode.KT001,
                    call.function().origin(),
                    "`" + name + "` is an aggregate function; it stands only in `summarize` and its like");
            return aggregate(aggregate.get(), call, context);
        }
        if (session.isRunning(name)) {
            session.report(
                    DiagnosticCode.KB006,
                    call.origin(),
                    "`" + name + "` calls itself; KQL has no recursion, so unroll it");
            return new Scalar.UnknownCall(name, arguments(call, context.withoutAggregates()), call.origin());
        }
        session.calls(name);
        Optional<Scalar> known = ofWorkspace(call, context);
        if (known.isPresent()) {
            return known.get();
        }
        session.report(
                DiagnosticCode.KB003,
                call.function().origin(),
                "`" + name + "` is neither built in nor defined in the query; its value is not known");
        return new Scalar.UnknownCall(name, arguments(call, context.withoutAggregates()), call.origin());
    }

    private Optional<Scalar> ofWorkspace(Expression.Call call, ScalarContext context) {
        String name = call.function().text();
        Optional<Symbol.FunctionSymbol> saved = workspace.saved(name, call.origin());
        if (saved.isPresent()) {
            return Optional.of(ScalarBinder.asScalar(ofQuery(saved.get(), call, context), call.origin()));
        }
        if (session.workspace().declared(name).orElse(null) instanceof WorkspaceFunction.Value(var ignored, var type)) {
            List<Scalar> arguments = arguments(call, context.withoutAggregates());
            return Optional.of(new Scalar.UnknownCall(name, arguments, type, call.origin()));
        }
        return workspace.givesKnownColumns(name)
                ? Optional.of(new Scalar.RelationArgument(binder.tables().table(call, context.names()), call.origin()))
                : Optional.empty();
    }

    /** Whether a call that stands where both may stand gives a table. */
    boolean isTabular(Expression.Call call, Names names) {
        String name = call.function().text();
        Optional<Symbol> symbol = names.find(name);
        if (symbol.isPresent() || workspace.isBoundAsScalar(name)) {
            return false;
        }
        return TableBinder.isTableFunction(name)
                || session.functions().scalar(name).isEmpty()
                        && session.functions().aggregate(name).isEmpty();
    }

    Bound ofQuery(Symbol.FunctionSymbol function, Expression.Call call, ScalarContext context) {
        return ofQuery(function, call.arguments(), List.of(), call.origin(), context);
    }

    /** Calls a function of the query; {@code leading} are arguments before those of the text ({@code invoke}). */
    Bound ofQuery(
            Symbol.FunctionSymbol function,
            List<Expression.Argument> given,
            List<Symbol> leading,
            Origin origin,
            ScalarContext context) {
        List<Symbol> arguments = new ArrayList<>(leading);
        Map<String, Symbol> named = new LinkedHashMap<>();
        var parameters = function.function().parameters();
        for (Expression.Argument argument : given) {
            Symbol value;
            int index = arguments.size();
            boolean tabular = argument.name().isEmpty()
                    && index < parameters.size()
                    && parameters.get(index).schema().isPresent();
            if (tabular) {
                value = new Symbol.TableSymbol(
                        binder.tables().table(argument.value(), context.names()), new Symbol.Use());
            } else {
                Scalar scalar = scalars.bind(argument.value(), context.withoutAggregates());
                value = scalar instanceof Scalar.RelationArgument(var relation, var ignored)
                        ? new Symbol.TableSymbol(relation, new Symbol.Use())
                        : session.scalarSymbol(
                                function.name(), scalar, argument.value().origin());
            }
            if (argument.name().isPresent()) {
                named.put(argument.name().get().text(), value);
            } else {
                arguments.add(value);
            }
        }
        if (arguments.size() + named.size() > parameters.size()) {
            session.report(
                    DiagnosticCode.KB005,
                    origin,
                    "`" + function.name() + "` takes " + parameters.size() + " arguments, not "
                            + (arguments.size() + named.size()));
        }
        return binder.call(function, arguments, named, origin);
    }

    List<Scalar> arguments(Expression.Call call, ScalarContext context) {
        List<Scalar> arguments = new ArrayList<>(call.arguments().size());
        for (Expression.Argument argument : call.arguments()) {
            arguments.add(scalars.bind(argument.value(), context));
        }
        return arguments;
    }

    /** The arguments of a built-in function; one over the elements of the first sees the columns of one of them. */
    private List<Scalar> arguments(Function function, Expression.Call call, ScalarContext context) {
        if (call.arguments().size() < 2) {
            return arguments(call, context);
        }
        Optional<RowScope> elements =
                context.row().elements(call.arguments().getFirst().value());
        Optional<List<Parameter>> parameters = function.signatures().isEmpty()
                ? Optional.empty()
                : function.signatures().getFirst().parametersOf(call.arguments().size());
        if (elements.isEmpty() || parameters.isEmpty()) {
            return arguments(call, context);
        }
        ScalarContext one = new ScalarContext(elements.get(), context.names(), false);
        List<Scalar> arguments = new ArrayList<>(call.arguments().size());
        for (int i = 0; i < call.arguments().size(); i++) {
            boolean each = parameters.get().get(i).argument() == ArgumentKind.EXPRESSION_PARAMETER0_ELEMENT;
            arguments.add(scalars.bind(call.arguments().get(i).value(), each ? one : context));
        }
        return arguments;
    }

    private Scalar builtIn(Function function, Expression.Call call, ScalarContext context) {
        List<Scalar> arguments = arguments(function, call, context);
        Origin origin = call.origin();
        switch (function.name()) {
            case "column_ifexists", "columnifexists" -> {
                Optional<Scalar> resolved = columnIfExists(arguments, context, origin);
                if (resolved.isPresent()) {
                    return resolved.get();
                }
            }
            case "column_names_of" -> {
                Optional<Scalar> names = columnNames(arguments, origin);
                if (names.isPresent()) {
                    return names.get();
                }
            }
            case "not" -> {
                if (arguments.size() == 1) {
                    scalars.condition(arguments.get(0), arguments.get(0).origin());
                    return new Scalar.Not(arguments.get(0), origin);
                }
            }
            default -> {
                // every other function is a call
            }
        }
        check(function, arguments, call);
        Optional<Value> folded = ConstantFolder.call(function.name(), arguments);
        if (folded.isPresent()) {
            return new Scalar.Constant(folded.get(), origin);
        }
        return new Scalar.Call(function, arguments, type(function, arguments), origin);
    }

    /** The column of that name, or the default; empty where an open relation leaves it open. */
    private static Optional<Scalar> columnIfExists(List<Scalar> arguments, ScalarContext context, Origin origin) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof Scalar.Constant(Value.Text(var name), var ignored))) {
            return Optional.empty();
        }
        Optional<Column> column = context.row().find(name);
        if (column.isPresent()) {
            return Optional.of(new Scalar.ColumnRef(column.get(), origin));
        }
        return context.row().isOpen() ? Optional.empty() : Optional.of(arguments.get(1));
    }

    /** The names of a table's columns, which a query knows before it runs. */
    private static Optional<Scalar> columnNames(List<Scalar> arguments, Origin origin) {
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof Scalar.RelationArgument(var relation, var ignored))
                || relation.open()) {
            return Optional.empty();
        }
        List<Value> names = new ArrayList<>(relation.columns().size());
        for (Column column : relation.columns()) {
            names.add(new Value.Text(column.name()));
        }
        return Optional.of(new Scalar.Constant(new Value.Array(names), origin));
    }

    /**
     * Reports a number of arguments, or a type of one, that no signature takes. The engine counts rows whatever
     * {@code count} is given.
     */
    private void check(Function function, List<Scalar> arguments, Expression.Call call) {
        if (function.signatures().isEmpty()) {
            return;
        }
        List<Signature> ofCount = new ArrayList<>(function.signatures().size());
        for (Signature signature : function.signatures()) {
            if (signature.parametersOf(arguments.size()).isPresent()) {
                ofCount.add(signature);
            }
        }
        if (ofCount.isEmpty()) {
            session.report(
                    DiagnosticCode.KB005,
                    call.origin(),
                    "`" + function.name() + "` does not take " + arguments.size() + " arguments");
            return;
        }
        if (!function.signaturesFor(types(arguments)).isEmpty()) {
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            KqlType type = arguments.get(i).type();
            boolean taken = false;
            for (Signature signature : ofCount) {
                var parameters = signature.parametersOf(arguments.size());
                taken |= parameters.isEmpty()
                        || parameters.get().get(i).accepts(type)
                        || i == arguments.size() - 1
                                && signature.parameters().getLast().accepts(type)
                        || function.name().equals("count")
                        || parameters.get().get(i).types().contains(KqlType.BOOL)
                                && isConditionOfEngine(arguments.get(i));
            }
            if (!taken) {
                session.report(
                        DiagnosticCode.KT001,
                        call.arguments().get(i).value().origin(),
                        "`" + function.name() + "` does not take a " + type.word() + " as argument " + (i + 1));
                return;
            }
        }
    }

    /** The engine takes a dynamic value or a null where a condition is asked for. */
    private static boolean isConditionOfEngine(Scalar argument) {
        return argument.type() == KqlType.DYNAMIC
                || argument instanceof Scalar.Constant(var value, var origin) && value instanceof Value.Null;
    }

    /** The types of arguments; what is no scalar has none. */
    private static List<KqlType> types(List<Scalar> arguments) {
        List<KqlType> types = new ArrayList<>(arguments.size());
        for (Scalar argument : arguments) {
            types.add(argument.type());
        }
        return types;
    }

    /** The type of a call of a built-in function. */
    KqlType type(Function function, List<Scalar> arguments) {
        Optional<KqlType> special = special(function, arguments);
        if (special.isPresent()) {
            return special.get();
        }
        List<Signature> fitting =
                function.signatures().size() > 1 ? function.signaturesFor(types(arguments)) : List.of();
        if (fitting.size() > 1 && hasUnknown(arguments)) {
            return shared(fitting, arguments);
        }
        Signature signature = signature(function, arguments);
        return signature == null ? KqlType.UNKNOWN : type(signature, arguments);
    }

    private static boolean hasUnknown(List<Scalar> arguments) {
        for (Scalar argument : arguments) {
            if (argument.type() == KqlType.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** The type that all signatures give that may be meant; not known where they differ. */
    private static KqlType shared(List<Signature> signatures, List<Scalar> arguments) {
        KqlType first = type(signatures.get(0), arguments);
        for (Signature signature : signatures) {
            if (type(signature, arguments) != first) {
                return KqlType.UNKNOWN;
            }
        }
        return first;
    }

    private static KqlType type(Signature signature, List<Scalar> arguments) {
        return signature.returns() == ReturnRule.COLUMNS && !signature.columns().isEmpty()
                ? firstColumn(signature)
                : TypeRules.result(signature.returns(), signature.declared(), arguments);
    }

    private static KqlType firstColumn(Signature signature) {
        return signature.columns().get(0) instanceof ResultColumn.Made(var name, var type) ? type : KqlType.UNKNOWN;
    }

    /** The signature that is meant, or the first that takes so many arguments. */
    static @Nullable Signature signature(Function function, List<Scalar> arguments) {
        List<Signature> signatures = function.signatures();
        if (signatures.size() == 1) {
            return signatures.get(0);
        }
        List<Signature> fitting = function.signaturesFor(types(arguments));
        if (!fitting.isEmpty()) {
            return fitting.get(0);
        }
        for (Signature signature : signatures) {
            if (arguments.size() >= signature.minArguments() && arguments.size() <= signature.maxArguments()) {
                return signature;
            }
        }
        return signatures.isEmpty() ? null : signatures.get(0);
    }

    /** The functions whose type no rule of the catalog states. */
    private static Optional<KqlType> special(Function function, List<Scalar> arguments) {
        return switch (function.name()) {
            case "iff", "iif" ->
                arguments.size() == 3 ? Optional.of(TypeRules.common(arguments, 1, 1)) : Optional.empty();
            case "case" -> Optional.of(caseType(arguments));
            case "array_sort_asc", "array_sort_desc" -> Optional.of(KqlType.DYNAMIC);
            // The engine gives a real number for these, whatever the language service says.
            case "ceiling" ->
                arguments.size() == 1 && arguments.get(0).type().isInteger()
                        ? Optional.of(KqlType.REAL)
                        : Optional.empty();
            case "jaccard_index" -> Optional.of(KqlType.REAL);
            case "datetime_diff" ->
                arguments.get(0) instanceof Scalar.Constant(Value.Text(var unit), var origin)
                                && unit.equalsIgnoreCase("week")
                        ? Optional.of(KqlType.REAL)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static KqlType caseType(List<Scalar> arguments) {
        KqlType result = TypeRules.common(arguments, 1, 2);
        return arguments.size() % 2 == 1
                ? TypeRules.common(result, arguments.get(arguments.size() - 1).type())
                : result;
    }

    private Scalar aggregate(Function function, Expression.Call call, ScalarContext context) {
        List<Scalar> arguments = arguments(call, context.withoutAggregates());
        check(function, arguments, call);
        return new Scalar.AggregateCall(function, arguments, aggregateType(function, arguments), call.origin());
    }

    private KqlType aggregateType(Function function, List<Scalar> arguments) {
        return switch (function.name()) {
            case "arg_max",
                    "arg_min",
                    "argmax",
                    "argmin",
                    "any",
                    "take_any",
                    "percentile",
                    "percentiles",
                    "percentilew",
                    "percentilesw" ->
                arguments.isEmpty() ? KqlType.UNKNOWN : arguments.get(0).type();
            default -> type(function, arguments);
        };
    }
}
