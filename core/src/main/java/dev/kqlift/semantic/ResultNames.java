package dev.kqlift.semantic;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.ResultName;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import java.util.Optional;

/** The name of a column that an expression without a name makes. */
final class ResultNames {
    private final FunctionCatalog functions;

    ResultNames(FunctionCatalog functions) {
        this.functions = functions;
    }

    /**
     * The name; empty where the engine numbers the column ({@code Column1}).
     *
     * @param aggregates whether names of aggregates are those of aggregates here
     */
    Optional<String> of(Expression expression, boolean aggregates) {
        return switch (expression) {
            case Expression.NameReference name -> Optional.of(name.name());
            case Expression.Path path -> ofPath(path, aggregates);
            case Expression.Element element -> ofElement(element, aggregates);
            case Expression.Parenthesized(var inner, var origin) -> of(inner, aggregates);
            case Expression.Call call -> ofCall(call, aggregates);
            case Expression.Literal ignored -> Optional.empty();
            case Expression.StringLiteral ignored -> Optional.empty();
            case Expression.DynamicLiteral ignored -> Optional.empty();
            case Expression.Unary ignored -> Optional.empty();
            case Expression.Binary ignored -> Optional.empty();
            case Expression.Logical ignored -> Optional.empty();
            case Expression.Membership ignored -> Optional.empty();
            case Expression.Between ignored -> Optional.empty();
            case Expression.Star ignored -> Optional.empty();
            case Expression.Pipeline ignored -> Optional.empty();
            case Expression.OperatorSource ignored -> Optional.empty();
            case Expression.TableCall ignored -> Optional.empty();
            case Expression.Datatable ignored -> Optional.empty();
            case Expression.ExternalData ignored -> Optional.empty();
            case Expression.TypeOf ignored -> Optional.empty();
            case Expression.Placeholder ignored -> Optional.empty();
        };
    }

    private Optional<String> ofPath(Expression.Path path, boolean aggregates) {
        if (!(path.member() instanceof Expression.NameReference member)) {
            return Optional.empty();
        }
        if (path.target() instanceof Expression.NameReference side
                && side.name().startsWith("$")) {
            return Optional.of(member.name());
        }
        return Optional.of(of(path.target(), aggregates)
                .map(target -> target + "_" + member.name())
                .orElse(member.name()));
    }

    private Optional<String> ofElement(Expression.Element element, boolean aggregates) {
        Optional<String> index = switch (element.index()) {
            case Expression.StringLiteral text -> Optional.of(text.value());
            case Expression.Literal literal when literal.kind() == LiteralKind.LONG -> Optional.of(literal.text());
            default -> Optional.empty();
        };
        return of(element.target(), aggregates).map(target -> target + "_" + index.orElse(""));
    }

    private Optional<String> ofCall(Expression.Call call, boolean aggregates) {
        String name = call.function().text();
        Optional<Function> function = aggregates
                ? functions.aggregate(name).or(() -> functions.scalar(name))
                : functions.scalar(name).or(() -> functions.aggregate(name));
        return function.flatMap(found -> ofCall(call, found, aggregates));
    }

    private Optional<String> ofCall(Expression.Call call, Function function, boolean aggregates) {
        ResultName rule = function.resultName();
        boolean only = call.arguments().size() == 1;
        return switch (rule.rule()) {
            case NONE -> Optional.empty();
            case NAME_AND_FIRST_ARGUMENT ->
                Optional.of(function.name() + "_" + first(call, aggregates).orElse(""));
            case NAME_AND_ONLY_ARGUMENT ->
                only
                        ? Optional.of(
                                function.name() + "_" + first(call, aggregates).orElse(""))
                        : Optional.empty();
            case PREFIX_AND_FIRST_ARGUMENT ->
                Optional.of(rule.prefix() + "_" + first(call, aggregates).orElse(""));
            case PREFIX_AND_ONLY_ARGUMENT ->
                only ? Optional.of(rule.prefix() + "_" + first(call, aggregates).orElse("")) : Optional.empty();
            case FIRST_ARGUMENT_VALUE_IF_COLUMN ->
                call.arguments().isEmpty()
                                || !(call.arguments().get(0).value() instanceof Expression.StringLiteral text)
                        ? Optional.empty()
                        : Optional.of(text.value());
            case PREFIX_ONLY -> Optional.of(rule.prefix());
            case FIRST_ARGUMENT -> first(call, aggregates);
            case ONLY_ARGUMENT -> only ? first(call, aggregates) : Optional.empty();
        };
    }

    private Optional<String> first(Expression.Call call, boolean aggregates) {
        return call.arguments().isEmpty()
                ? Optional.empty()
                : ofArgument(call.arguments().get(0), aggregates);
    }

    /** The name of an argument: the one that it is given ({@code round(Share = a / b)}), or that of its expression. */
    Optional<String> ofArgument(Expression.Argument argument, boolean aggregates) {
        return argument.name().isPresent()
                ? Optional.of(argument.name().get().text())
                : of(argument.value(), aggregates);
    }
}
