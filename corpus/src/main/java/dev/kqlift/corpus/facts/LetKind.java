package dev.kqlift.corpus.facts;

import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the value of a {@code let} is, as far as tuning asks. */
enum LetKind {
    NUMBER,
    TIMESPAN,
    /** No constant, but computed of lengths of time: {@code ago(14d)}. */
    OF_TIMESPANS,
    LIST,
    TEXT,
    OTHER_CONSTANT,
    /** Another computed value, a table or a function. */
    NONE;

    /** The kind of a value. Constants are known by the name under which the binder folded them. */
    static LetKind of(String name, Expression value, Map<String, Value> constants) {
        @Nullable Value constant = constants.get(name);
        if (constant != null) {
            return of(constant);
        }
        if (value instanceof Expression.Datatable
                || value instanceof Expression.DynamicLiteral(Expression.Json.Array ignored, var origin)) {
            return LIST;
        }
        if (isNumber(value)) {
            return NUMBER;
        }
        if (value instanceof Expression.Literal literal && literal.kind() == LiteralKind.TIMESPAN) {
            return TIMESPAN;
        }
        if (value instanceof Expression.StringLiteral) {
            return TEXT;
        }
        return isTabular(value) || timespans(value).isEmpty() ? NONE : OF_TIMESPANS;
    }

    private static LetKind of(Value constant) {
        return switch (constant) {
            case Value.Whole ignored -> NUMBER;
            case Value.Real ignored -> NUMBER;
            case Value.Decimal ignored -> NUMBER;
            case Value.TimeSpan ignored -> TIMESPAN;
            case Value.Array ignored -> LIST;
            case Value.Text ignored -> TEXT;
            case Value.Bool ignored -> OTHER_CONSTANT;
            case Value.DateTime ignored -> OTHER_CONSTANT;
            case Value.Guid ignored -> OTHER_CONSTANT;
            case Value.Bag ignored -> OTHER_CONSTANT;
            case Value.Null ignored -> OTHER_CONSTANT;
        };
    }

    /** True for a number as the text states it, with or without a sign. */
    static boolean isNumber(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return isNumber(unary.operand());
        }
        if (expression instanceof Expression.Parenthesized parenthesized) {
            return isNumber(parenthesized.inner());
        }
        return expression instanceof Expression.Literal literal
                && switch (literal.kind()) {
                    case INT, LONG, REAL, DECIMAL -> true;
                    case BOOL, DATETIME, TIMESPAN, GUID, NULL -> false;
                };
    }

    /** True where rows come out, inside which other things are tuned than the value of a name. */
    static boolean isTabular(Expression value) {
        return value instanceof Expression.Pipeline
                || value instanceof Expression.OperatorSource
                || value instanceof Expression.TableCall
                || value instanceof Expression.Datatable
                || value instanceof Expression.ExternalData;
    }

    /** The lengths of time that an expression states. */
    static List<Expression.Literal> timespans(Expression value) {
        List<Expression.Literal> found = new ArrayList<>();
        SyntaxWalk.walk(value, new SyntaxWalk.Listener() {
            @Override
            public void expression(Expression expression) {
                if (expression instanceof Expression.Literal literal && literal.kind() == LiteralKind.TIMESPAN) {
                    found.add(literal);
                }
            }
        });
        return found;
    }
}
