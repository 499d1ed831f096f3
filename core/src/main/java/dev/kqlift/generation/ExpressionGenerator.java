package dev.kqlift.generation;

import dev.kqlift.catalog.Parameter;
import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes expressions of a wanted type. */
final class ExpressionGenerator {
    private static final List<BinaryOperator> ARITHMETIC = List.of(
            BinaryOperator.ADD,
            BinaryOperator.SUBTRACT,
            BinaryOperator.MULTIPLY,
            BinaryOperator.DIVIDE,
            BinaryOperator.MODULO);
    private static final List<BinaryOperator> SUMS = List.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT);
    private static final List<KqlType> NUMBERS = List.of(KqlType.LONG, KqlType.LONG, KqlType.INT, KqlType.REAL);
    private static final List<String> MEMBERS = List.of("a", "k", "b", "A");

    private final Draws draws;
    private final Vocabulary vocabulary;
    private final CallForms functions;
    private final Scope scope;

    ExpressionGenerator(Draws draws, Vocabulary vocabulary, CallForms functions, Scope scope) {
        this.draws = draws;
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.scope = scope;
    }

    Draws draws() {
        return draws;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Scope scope() {
        return scope;
    }

    /** An expression of a type. */
    Expression value(KqlType type, int depth) {
        if (type == KqlType.BOOL && depth > 0 && !draws.oneIn(4)) {
            return new PredicateGenerator(this).predicate(depth);
        }
        if (depth <= 0 || draws.oneIn(3)) {
            return leaf(type);
        }
        if (draws.oneIn(40)) {
            return toscalar(type).orElseGet(() -> leaf(type));
        }
        if (draws.oneIn(3)) {
            return computed(type, depth - 1);
        }
        return functions.draw(type, draws).map(form -> call(form, depth - 1)).orElseGet(() -> leaf(type));
    }

    /** A column, a scalar of a {@code let}, or a literal. */
    Expression leaf(KqlType type) {
        List<ColumnSchema> columns = scope.columns(type);
        if (!columns.isEmpty() && !draws.oneIn(4)) {
            return Nodes.reference(draws.of(columns).name());
        }
        List<ColumnSchema> scalars =
                scope.scalars().stream().filter(scalar -> scalar.type() == type).toList();
        return !scalars.isEmpty() && draws.oneIn(2)
                ? Nodes.reference(draws.of(scalars).name())
                : literal(type);
    }

    /** A column where there is one of the type, else a literal. */
    Expression column(KqlType type) {
        List<ColumnSchema> columns = scope.columns(type);
        return columns.isEmpty()
                ? literal(type)
                : Nodes.reference(draws.of(columns).name());
    }

    Expression literal(KqlType type) {
        if (draws.oneIn(15)) {
            return Nodes.literal(new Value.Null(type));
        }
        Value value = draws.of(vocabulary.literals().of(type));
        return type == KqlType.DYNAMIC ? Nodes.dynamic(value) : Nodes.literal(value);
    }

    /** A text, or a piece of one in another case. */
    Expression part() {
        if (!(draws.of(vocabulary.literals().of(KqlType.STRING)) instanceof Value.Text(String text))
                || draws.oneIn(2)) {
            return literal(KqlType.STRING);
        }
        int from = text.offsetByCodePoints(0, draws.below(text.codePointCount(0, text.length()) + 1));
        String rest = text.substring(from);
        int count = rest.codePointCount(0, rest.length());
        String piece = rest.substring(0, rest.offsetByCodePoints(0, draws.oneIn(2) ? count : draws.below(count + 1)));
        return Nodes.text(
                switch (draws.below(4)) {
                    case 0 -> piece.toUpperCase(Locale.ROOT);
                    case 1 -> piece.toLowerCase(Locale.ROOT);
                    default -> piece;
                });
    }

    /** The one value of a table. */
    private Optional<Expression> toscalar(KqlType type) {
        return scope.summaries()
                .apply(type)
                .map(table -> new Expression.TableCall(
                        Expression.TableFunction.TOSCALAR, table, List.of(), List.of(), Nodes.NONE));
    }

    Expression call(CallForms.Form form, int depth) {
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < form.parameters().size(); i++) {
            arguments.add(argument(form.parameters().get(i), form.arguments().get(i), depth));
        }
        return Nodes.call(form.function(), arguments);
    }

    private Expression argument(Parameter parameter, KqlType type, int depth) {
        List<Value> sensible = Arguments.of(parameter, type);
        if (!sensible.isEmpty() && (CallForms.constant(parameter) || !draws.oneIn(5))) {
            return Nodes.literal(draws.of(sensible));
        }
        return CallForms.constant(parameter) ? literal(type) : value(type, depth);
    }

    private Expression computed(KqlType type, int depth) {
        return switch (type) {
            case LONG -> arithmetic(draws.of(NUMBERS.subList(0, 3)), draws.of(NUMBERS.subList(0, 3)), depth);
            case REAL -> arithmetic(KqlType.REAL, draws.of(NUMBERS), depth);
            case DATETIME -> sum(KqlType.DATETIME, KqlType.TIMESPAN, depth);
            case TIMESPAN ->
                draws.oneIn(2)
                        ? Nodes.binary(
                                BinaryOperator.SUBTRACT, value(KqlType.DATETIME, depth), value(KqlType.DATETIME, depth))
                        : sum(KqlType.TIMESPAN, KqlType.TIMESPAN, depth);
            case DYNAMIC -> access(depth);
            case STRING -> Nodes.call("tostring", access(depth));
            case INT, BOOL, GUID, DECIMAL, UNKNOWN -> leaf(type);
        };
    }

    private Expression arithmetic(KqlType left, KqlType right, int depth) {
        if (draws.oneIn(8)) {
            return new Expression.Unary(true, value(left, depth), Nodes.NONE);
        }
        return Nodes.binary(draws.of(ARITHMETIC), value(left, depth), value(right, depth));
    }

    private Expression sum(KqlType left, KqlType right, int depth) {
        return Nodes.binary(draws.of(SUMS), value(left, depth), value(right, depth));
    }

    /** A part of a dynamic value. */
    private Expression access(int depth) {
        Expression target = depth > 0 && draws.oneIn(3) ? access(depth - 1) : column(KqlType.DYNAMIC);
        return switch (draws.below(3)) {
            case 0 -> new Expression.Path(target, Nodes.reference(draws.of(MEMBERS)), Nodes.NONE);
            case 1 -> new Expression.Element(target, Nodes.text(draws.of(MEMBERS)), Nodes.NONE);
            default -> new Expression.Element(target, Nodes.literal(index()), Nodes.NONE);
        };
    }

    private Value index() {
        return new Value.Whole(draws.between(-1, 2), KqlType.LONG);
    }

    /** A type of which there is a column, or any. */
    KqlType type() {
        Optional<ColumnSchema> column =
                scope.columns().isEmpty() || draws.oneIn(4) ? Optional.empty() : Optional.of(draws.of(scope.columns()));
        return column.map(ColumnSchema::type)
                .filter(CallForms.TYPES::contains)
                .orElseGet(() -> draws.of(CallForms.TYPES));
    }
}
