package dev.kqlift.generation;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nodes of the syntax tree that no text stands for. */
final class Nodes {
    static final Origin NONE = Origin.NONE;

    private Nodes() {}

    static Name name(String text) {
        return new Name(text, NONE);
    }

    static Expression reference(String name) {
        return new Expression.NameReference(name, NONE);
    }

    static Expression call(String function, List<Expression> arguments) {
        return new Expression.Call(
                name(function),
                arguments.stream()
                        .map(argument -> new Expression.Argument(Optional.empty(), argument))
                        .toList(),
                NONE);
    }

    static Expression call(String function, Expression... arguments) {
        return call(function, List.of(arguments));
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(operator, left, right, NONE);
    }

    static NamedExpression unnamed(Expression value) {
        return new NamedExpression(List.of(), value, NONE);
    }

    static NamedExpression named(String name, Expression value) {
        return new NamedExpression(List.of(name(name)), value, NONE);
    }

    static NamePattern pattern(Expression expression) {
        return new NamePattern(Optional.empty(), expression, NONE);
    }

    static Parameter word(String name, String word) {
        return new Parameter(name, reference(word), NONE);
    }

    // ---- literals

    static Expression number(long number) {
        return literal(new Value.Whole(number, KqlType.LONG));
    }

    static Expression text(String text) {
        return new Expression.StringLiteral(text, false, NONE);
    }

    /** The literal of a value. */
    static Expression literal(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text(text);
            case Value.Bool(boolean bool) -> literal(LiteralKind.BOOL, Boolean.toString(bool));
            case Value.Whole(long number, KqlType type) ->
                type == KqlType.INT
                        ? literal(LiteralKind.INT, "int(" + number + ")")
                        : literal(LiteralKind.LONG, number < 0 ? "long(" + number + ")" : Long.toString(number));
            case Value.Real(double number) -> literal(LiteralKind.REAL, "real(" + real(number) + ")");
            case Value.Decimal decimal -> literal(LiteralKind.DECIMAL, "decimal(" + ValueText.of(decimal) + ")");
            case Value.DateTime instant -> literal(LiteralKind.DATETIME, "datetime(" + ValueText.of(instant) + ")");
            case Value.TimeSpan span -> literal(LiteralKind.TIMESPAN, "time(" + ValueText.of(span) + ")");
            case Value.Guid(String guid) -> literal(LiteralKind.GUID, "guid(" + guid + ")");
            case Value.Array array -> new Expression.DynamicLiteral(json(array), NONE);
            case Value.Bag bag -> new Expression.DynamicLiteral(json(bag), NONE);
            case Value.Null(KqlType type) -> missing(type);
        };
    }

    /** A literal of type {@code dynamic}, whatever the value's own type is. */
    static Expression dynamic(Value value) {
        return new Expression.DynamicLiteral(json(value), NONE);
    }

    private static Expression missing(KqlType type) {
        return switch (type) {
            case BOOL -> literal(LiteralKind.BOOL, "bool(null)");
            case INT -> literal(LiteralKind.INT, "int(null)");
            case LONG -> literal(LiteralKind.LONG, "long(null)");
            case REAL -> literal(LiteralKind.REAL, "real(null)");
            case DECIMAL -> literal(LiteralKind.DECIMAL, "decimal(null)");
            case DATETIME -> literal(LiteralKind.DATETIME, "datetime(null)");
            case TIMESPAN -> literal(LiteralKind.TIMESPAN, "time(null)");
            case GUID -> literal(LiteralKind.GUID, "guid(null)");
            case STRING -> text("");
            case DYNAMIC, UNKNOWN -> new Expression.DynamicLiteral(new Expression.Json.Null(), NONE);
        };
    }

    private static Expression literal(LiteralKind kind, String text) {
        return new Expression.Literal(kind, text, NONE);
    }

    private static String real(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "+inf" : "-inf";
        }
        return Double.isNaN(number) ? "nan" : ValueText.real(number);
    }

    private static Expression.Json json(Value value) {
        return switch (value) {
            case Value.Array(List<Value> items) ->
                new Expression.Json.Array(items.stream().map(Nodes::json).toList());
            case Value.Bag bag ->
                new Expression.Json.Bag(bag.entries().entrySet().stream()
                        .map(entry -> new Expression.Json.Member(entry.getKey(), json(entry.getValue())))
                        .toList());
            case Value.Null ignored -> new Expression.Json.Null();
            case Value.Whole(long number, KqlType type)
            when number != Long.MIN_VALUE ->
                new Expression.Json.Scalar(literal(LiteralKind.LONG, Long.toString(Math.abs(number))), number < 0);
            case Value.Real(double number)
            when Double.isFinite(number) ->
                new Expression.Json.Scalar(literal(LiteralKind.REAL, ValueText.real(Math.abs(number))), number < 0);
            case Value.Bool bool -> new Expression.Json.Scalar(literal(bool), false);
            case Value.Text text -> new Expression.Json.Scalar(literal(text), false);
            default -> new Expression.Json.Scalar(text(ValueText.of(value)), false);
        };
    }

    /** The items of both, in order. */
    static <T> List<T> together(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
