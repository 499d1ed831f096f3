package dev.kqlift.semantic;

import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** The predicate of {@code search}: a text alone is asked of every column, and may hold wildcards. */
final class SearchPredicate {
    private SearchPredicate() {}

    /** The same predicate in the terms of {@code where}. */
    static Expression expand(Expression predicate) {
        return switch (predicate) {
            case Expression.StringLiteral text -> matched(new Expression.Star(text.origin()), text);
            case Expression.Parenthesized(var inner, var origin) -> new Expression.Parenthesized(expand(inner), origin);
            case Expression.Logical(var conjunction, var operands, var origin) -> {
                List<Expression> expanded = new ArrayList<>(operands.size());
                for (Expression operand : operands) {
                    expanded.add(expand(operand));
                }
                yield new Expression.Logical(conjunction, expanded, origin);
            }
            case Expression.Call(var function, var arguments, var origin)
            when "not".equals(function.text()) && arguments.size() == 1 ->
                new Expression.Call(
                        function,
                        List.of(new Expression.Argument(
                                arguments.getFirst().name(),
                                expand(arguments.getFirst().value()))),
                        origin);
            case Expression.Binary(var operator, var left, var right, var origin)
            when operator == BinaryOperator.COLON && right instanceof Expression.StringLiteral text ->
                matched(left, text);
            default -> predicate;
        };
    }

    /** {@code "x"} asks for a term, {@code "x*"} and {@code "*x"} for its start and end, {@code "*x*"} for any place. */
    private static Expression matched(Expression subject, Expression.StringLiteral text) {
        String pattern = text.value();
        boolean first = pattern.length() > 1 && pattern.startsWith("*");
        boolean last = pattern.length() > 1 && pattern.endsWith("*");
        String inner = pattern.substring(first ? 1 : 0, pattern.length() - (last ? 1 : 0));
        BinaryOperator operator = first
                ? last ? BinaryOperator.CONTAINS : BinaryOperator.HASSUFFIX
                : last ? BinaryOperator.HASPREFIX : BinaryOperator.HAS;
        if (inner.contains("*") || "*".equals(pattern)) {
            // A wildcard inside is a pattern that no other operator has.
            operator = BinaryOperator.LIKE;
            inner = pattern;
        }
        return new Expression.Binary(
                operator, subject, new Expression.StringLiteral(inner, text.hidden(), text.origin()), text.origin());
    }
}
