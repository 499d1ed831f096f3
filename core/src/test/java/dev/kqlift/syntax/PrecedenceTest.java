package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.build.QueryParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
    /** Without their parentheses both texts are the same tree, so precedence puts them there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a has b + c; (a has b) + c",
                "a + b has c; a + (b has c)",
                "a == b < 1; a == (b < 1)",
                "a < b == c; (a < b) == c",
                "a or b and c; a or (b and c)",
                "a and b or c; (a and b) or c",
                "a == b and c; (a == b) and c",
                "a + b * c; a + (b * c)",
                "a * b + c; (a * b) + c",
                "a - b - c; (a - b) - c",
                "a / b * c; (a / b) * c",
                "a + b == c; (a + b) == c",
                "a in (b) and c; (a in (b)) and c",
                "a + b in (c); (a + b) in (c)",
                "a between (1 .. 2) or b; (a between (1 .. 2)) or b",
                "a =~ b == c; (a =~ b) == c",
                "-a.b + c; (-(a.b)) + c",
                "not(a) and b; (not(a)) and b",
            })
    void bindsAsIfWrittenWithParentheses(String plain, String grouped) {
        assertThat(ungrouped(expression(plain))).isEqualTo(ungrouped(expression(grouped)));
        assertThat(expression(plain)).isNotEqualTo(expression(grouped));
    }

    @Test
    void printsTheParenthesesThatABuiltTreeLacks() {
        Expression a = new Expression.NameReference("a", Origin.NONE);
        Expression sum = binary(BinaryOperator.ADD, a, a);
        assertThat(SyntaxPrinter.print(binary(BinaryOperator.MULTIPLY, sum, a))).isEqualTo("(a + a) * a");
        assertThat(SyntaxPrinter.print(binary(BinaryOperator.ADD, sum, sum))).isEqualTo("a + a + (a + a)");
        assertThat(SyntaxPrinter.print(binary(BinaryOperator.HAS, sum, a))).isEqualTo("(a + a) has a");
        Expression equal = binary(BinaryOperator.EQUAL, a, a);
        assertThat(SyntaxPrinter.print(binary(BinaryOperator.EQUAL, equal, a))).isEqualTo("(a == a) == a");
        Expression either = new Expression.Logical(false, List.of(equal, a), Origin.NONE);
        assertThat(SyntaxPrinter.print(new Expression.Logical(true, List.of(either, a), Origin.NONE)))
                .isEqualTo("(a == a or a) and a");
        assertThat(SyntaxPrinter.print(new Expression.Element(sum, a, Origin.NONE)))
                .isEqualTo("(a + a)[a]");
        Expression negative = new Expression.Unary(true, a, Origin.NONE);
        assertThat(SyntaxPrinter.print(new Expression.Unary(true, negative, Origin.NONE)))
                .isEqualTo("-(-a)");
    }

    private static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(operator, left, right, Origin.NONE);
    }

    private static Expression expression(String text) {
        Statement statement =
                QueryParser.parse(text).query().orElseThrow().statements().get(0);
        return ((Statement.Result) statement).expression();
    }

    private static Expression ungrouped(Expression expression) {
        Origin none = Origin.NONE;
        return switch (expression) {
            case Expression.Parenthesized(var inner, var origin) -> ungrouped(inner);
            case Expression.Binary(var operator, var left, var right, var origin) ->
                new Expression.Binary(operator, ungrouped(left), ungrouped(right), none);
            case Expression.Logical(var conjunction, var operands, var origin) ->
                new Expression.Logical(
                        conjunction,
                        operands.stream().map(PrecedenceTest::ungrouped).toList(),
                        none);
            case Expression.Unary(var negative, var operand, var origin) ->
                new Expression.Unary(negative, ungrouped(operand), none);
            case Expression.Membership(var operator, var subject, var items, var origin) ->
                new Expression.Membership(
                        operator,
                        ungrouped(subject),
                        items.stream().map(PrecedenceTest::ungrouped).toList(),
                        none);
            case Expression.Between(var negated, var subject, var low, var high, var origin) ->
                new Expression.Between(negated, ungrouped(subject), ungrouped(low), ungrouped(high), none);
            default -> expression;
        };
    }
}
