package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Patterns of a query: their declarations, and their calls {@code name("argument").path}. */
final class PatternCalls {
    private final Session session;
    private final ScalarBinder scalars;
    private final Binder binder;

    PatternCalls(Session session, ScalarBinder scalars, Binder binder) {
        this.session = session;
        this.scalars = scalars;
        this.binder = binder;
    }

    /**
     * The symbol of a pattern.
     *
     * @param functions is told the functions that its cases are
     */
    Symbol.PatternSymbol declared(
            Statement.DeclarePattern pattern, Names names, Consumer<Symbol.FunctionSymbol> functions) {
        String name = pattern.name().text();
        List<Symbol.PatternCase> cases = new ArrayList<>();
        for (Statement.PatternCase one :
                pattern.mapping().map(Statement.PatternMapping::cases).orElse(List.of())) {
            Symbol.FunctionSymbol value = new Symbol.FunctionSymbol(name, one.value(), names, new Symbol.Use());
            functions.accept(value);
            cases.add(new Symbol.PatternCase(
                    texts(one.arguments(), names), one.path().flatMap(path -> text(path, names)), value));
        }
        return new Symbol.PatternSymbol(name, cases);
    }

    private List<Optional<String>> texts(List<Expression> expressions, Names names) {
        return expressions.stream().map(expression -> text(expression, names)).toList();
    }

    private Optional<String> text(Expression expression, Names names) {
        return scalars.bind(expression, RowScope.NONE, names)
                        instanceof Scalar.Constant(Value.Text(var text), var origin)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** What an expression gives that calls a pattern; empty for any other expression. */
    Optional<Bound> call(Expression expression, Names names) {
        return switch (expression) {
            case Expression.Call call -> call(call, Optional.empty(), call.origin(), names);
            case Expression.Path(Expression.Call call, Expression.NameReference path, var origin) ->
                call(call, Optional.of(path.name()), origin, names);
            default -> Optional.empty();
        };
    }

    private Optional<Bound> call(Expression.Call call, Optional<String> path, Origin origin, Names names) {
        if (!(names.find(call.function().text()).orElse(null) instanceof Symbol.PatternSymbol pattern)) {
            return Optional.empty();
        }
        List<Optional<String>> arguments =
                texts(call.arguments().stream().map(Expression.Argument::value).toList(), names);
        // Letters count with their case, and `*` is a letter as any other.
        List<Symbol.PatternCase> found = pattern.cases().stream()
                .filter(one -> one.arguments().equals(arguments) && one.path().equals(path))
                .toList();
        if (arguments.contains(Optional.empty()) || found.size() > 1) {
            session.report(
                    DiagnosticCode.KB004,
                    origin,
                    "which case of `" + pattern.name() + "` this call means is not known");
            return Optional.of(unresolved(pattern, origin));
        }
        if (found.isEmpty()) {
            session.report(
                    DiagnosticCode.KB012,
                    origin,
                    "the pattern `" + pattern.name() + "` has no case for this call; the engine refuses it (SEM0036)");
            return Optional.of(unresolved(pattern, origin));
        }
        return Optional.of(binder.call(found.getFirst().value(), List.of(), Map.of(), origin));
    }

    private static Bound unresolved(Symbol.PatternSymbol pattern, Origin origin) {
        return new Bound.BoundTable(new Relation.Unresolved(pattern.name(), List.of(), origin));
    }
}
