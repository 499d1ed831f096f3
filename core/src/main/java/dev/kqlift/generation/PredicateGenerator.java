package dev.kqlift.generation;

import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.SetOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes conditions. */
final class PredicateGenerator {
    private static final List<BinaryOperator> COMPARISONS = List.of(
            BinaryOperator.EQUAL,
            BinaryOperator.NOT_EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.LESS_OR_EQUAL,
            BinaryOperator.GREATER,
            BinaryOperator.GREATER_OR_EQUAL);
    private static final List<KqlType> NUMBERS = List.of(KqlType.LONG, KqlType.REAL, KqlType.INT);
    private static final List<KqlType> ORDERED =
            List.of(KqlType.LONG, KqlType.DATETIME, KqlType.REAL, KqlType.INT, KqlType.TIMESPAN);

    private final ExpressionGenerator expressions;
    private final Draws draws;

    PredicateGenerator(ExpressionGenerator expressions) {
        this.expressions = expressions;
        this.draws = expressions.draws();
    }

    Expression predicate(int depth) {
        return switch (draws.below(12)) {
            case 0, 1 -> logical(depth - 1);
            case 2 -> Nodes.call("not", expressions.value(KqlType.BOOL, depth - 1));
            case 3, 4 -> comparison(depth - 1);
            case 5, 6, 7 -> match(depth - 1);
            case 8 -> membership(depth - 1);
            case 9 -> between(depth - 1);
            case 10 -> Nodes.call("isnull", expressions.value(expressions.type(), depth - 1));
            default -> expressions.value(KqlType.BOOL, depth - 1);
        };
    }

    private Expression logical(int depth) {
        List<Expression> operands = new ArrayList<>();
        for (int i = draws.between(2, 3); i > 0; i--) {
            operands.add(expressions.value(KqlType.BOOL, depth));
        }
        return new Expression.Logical(draws.oneIn(2), operands, Nodes.NONE);
    }

    private Expression comparison(int depth) {
        KqlType left = expressions.type();
        KqlType right = left;
        if (left.isNumeric() && draws.oneIn(3)) {
            right = draws.of(NUMBERS);
        } else if (left == KqlType.DYNAMIC) {
            right = draws.of(List.of(KqlType.STRING, KqlType.LONG));
        }
        Expression other = draws.oneIn(2) ? expressions.literal(right) : expressions.value(right, depth);
        return Nodes.binary(draws.of(COMPARISONS), expressions.value(left, depth), other);
    }

    private Expression match(int depth) {
        BinaryOperator operator = draws.of(expressions.vocabulary().matches());
        KqlType type = draws.oneIn(8) ? KqlType.DYNAMIC : KqlType.STRING;
        Expression subject = expressions.value(type, draws.oneIn(2) ? 0 : depth);
        if (operator == BinaryOperator.MATCHES_REGEX) {
            return Nodes.binary(operator, subject, Nodes.literal(draws.of(Arguments.REGEXES)));
        }
        Expression pattern = draws.oneIn(4) ? expressions.value(KqlType.STRING, depth) : expressions.part();
        return Nodes.binary(operator, subject, pattern);
    }

    private Expression membership(int depth) {
        SetOperator operator = draws.of(expressions.vocabulary().sets());
        boolean plain = operator == SetOperator.IN || operator == SetOperator.NOT_IN;
        KqlType type = plain ? expressions.type() : KqlType.STRING;
        Expression subject = expressions.value(type, draws.oneIn(2) ? 0 : depth);
        Optional<Expression> table =
                draws.oneIn(4) ? expressions.scope().tables().apply(type) : Optional.empty();
        if (table.isPresent()) {
            return new Expression.Membership(operator, subject, List.of(table.get()), Nodes.NONE);
        }
        List<Expression> items = new ArrayList<>();
        for (int i = draws.between(1, 3); i > 0; i--) {
            items.add(draws.oneIn(8) ? expressions.value(type, 0) : item(operator, type));
        }
        return new Expression.Membership(operator, subject, items, Nodes.NONE);
    }

    private Expression item(SetOperator operator, KqlType type) {
        if (operator == SetOperator.HAS_ANY || operator == SetOperator.HAS_ALL) {
            return expressions.part();
        }
        return expressions.literal(type.isNumeric() && draws.oneIn(4) ? draws.of(NUMBERS) : type);
    }

    private Expression between(int depth) {
        KqlType type = draws.of(ORDERED);
        Expression subject = expressions.value(type, depth);
        boolean span = type == KqlType.DATETIME && draws.oneIn(3);
        Expression high = draws.oneIn(3)
                ? expressions.value(span ? KqlType.TIMESPAN : type, 0)
                : expressions.literal(span ? KqlType.TIMESPAN : type);
        return new Expression.Between(draws.oneIn(3), subject, expressions.leaf(type), high, Nodes.NONE);
    }
}
