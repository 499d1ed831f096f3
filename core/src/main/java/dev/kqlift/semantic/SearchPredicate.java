package dev.kqlift.semantic;

import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** The predicate of {@code search}: a text alone is asked of every column, and may hold wildcards. */
final class SearchPredicate {
    private SearchPredicate() {}

    /**
     * The same predicate in the terms of {@code where}.
     *
     * @param withCase whether texts are asked for with case
     */
    static Expression expand(Expression predicate, boolean withCase) {
        return switch (predicate) {
            case Expression.StringLiteral text -> matched(new Expression.Star(text.origin()), text, withCase);
            case Expression.Parenthesized(var inner, var origin) ->
                new Expression.Parenthesized(expand(inner, withCase), origin);
            case Expression.Logical(var conjunction, var operands, var origin) -> {
                List<Expression> expanded = new ArrayList<>(operands.size());
                for (Expression operand : operands) {
                    expanded.add(expand(operand, withCase));
                }
                yield new Expression.Logical(conjunction, expanded, origin);
            }
            case Expression.Call(var function, var arguments, var origin)
            when "not".equals(function.text()) && arguments.size() == 1 ->
                new Expression.Call(
                        function,
                        List.of(new Expression.Argument(
                                arguments.getFirst().name(),
                                expand(arguments.getFirst().value(), withCase))),
                        origin);
            case Expression.Binary(var operator, var left, var right, var origin)
            when operator == BinaryOperator.COLON && right instanceof Expression.StringLiteral text ->
                matched(left, text, withCase);
            default -> predicate;
        };
    }

    /** {@code "x"} asks for a term, {@code "x*"} and {@code "*x"} for its start and end, {@code "*x*"} for any place. */
    private static Expression matched(Expression subject, Expression.StringLiteral text, boolean withCase) {
        String pattern = text.value();
        boolean first = pattern.length() > 1 && pattern.startsWith("*");
        boolean last = pattern.length() > 1 && pattern.endsWith("*");
        String inner = pattern.substring(first ? 1 : 0, pattern.length() - (last ? 1 : 0));
        BinaryOperator operator = withCase ? cased(first, last) : uncased(first, last);
        if (inner.contains("*") || "*".equals(pattern)) {
            // A wildcard inside is a pattern that no other operator has.
            operator = BinaryOperator.LIKE;
            inner = pattern;
        }
        return new Expression.Binary(
                operator, subject, new Expression.StringLiteral(inner, text.hidden(), text.origin()), text.origin());
    }

    private static BinaryOperator uncased(boolean first, boolean last) {
        if (first) {
            return last ? BinaryOperator.CONTAINS : BinaryOperator.HASSUFFIX;
        }
        return last ? BinaryOperator.HASPREFIX : BinaryOperator.HAS;
    }

    private static BinaryOperator cased(boolean first, boolean last) {
        if (first) {
            return last ? BinaryOperator.CONTAINS_CS : BinaryOperator.HASSUFFIX_CS;
        }
        return last ? BinaryOperator.HASPREFIX_CS : BinaryOperator.HAS_CS;
    }
}
