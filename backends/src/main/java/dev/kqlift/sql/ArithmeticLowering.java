package dev.kqlift.sql;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;

/** Arithmetic of numbers, instants and lengths of time. */
final class ArithmeticLowering {
    private final ScalarLowering scalars;
    private final SqlContext context;

    ArithmeticLowering(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    Fragment lower(Scalar.Arithmetic node) {
        KqlType left = node.left().type();
        KqlType right = node.right().type();
        if (left == KqlType.DATETIME && right == KqlType.TIMESPAN && sumOrDifference(node)) {
            noteRange(node);
            return shifted(scalars.value(node.left()), node.right(), node.operator());
        }
        if (left == KqlType.TIMESPAN && right == KqlType.DATETIME && node.operator() == ArithmeticOperator.ADD) {
            noteRange(node);
            return shifted(scalars.value(node.right()), node.left(), node.operator());
        }
        if (left == KqlType.DATETIME && right == KqlType.DATETIME && node.operator() == ArithmeticOperator.SUBTRACT) {
            return context.operator("$ticks_between", scalars.value(node.left()), scalars.value(node.right()));
        }
        if (left == KqlType.TIMESPAN && right == KqlType.TIMESPAN && sumOrDifference(node)) {
            return integers(node);
        }
        if (left == KqlType.TIMESPAN && right == KqlType.TIMESPAN && node.operator() == ArithmeticOperator.DIVIDE) {
            return context.operator("$divide_reals", scalars.typed(node.left()), scalars.typed(node.right()));
        }
        if (left == KqlType.TIMESPAN && right.isInteger() && node.operator() == ArithmeticOperator.MULTIPLY
                || left.isInteger() && right == KqlType.TIMESPAN && node.operator() == ArithmeticOperator.MULTIPLY) {
            return integers(node);
        }
        if (left.isInteger() && right.isInteger()) {
            return integers(node);
        }
        if (SqlTypes.isNumber(left) && SqlTypes.isNumber(right)) {
            return reals(node);
        }
        return context.refuse(
                node, "`" + sign(node.operator()).strip() + "` of " + left.word() + " and " + right.word() + " is not translated");
    }

    private static boolean sumOrDifference(Scalar.Arithmetic node) {
        return node.operator() == ArithmeticOperator.ADD || node.operator() == ArithmeticOperator.SUBTRACT;
    }

    /** An instant moved by a length of time. */
    Fragment shifted(Fragment instant, Scalar span, ArithmeticOperator operator) {
        return new Fragment(
                instant.in(SqlStrengths.ADD) + sign(operator) + interval(span).in(SqlStrengths.MULTIPLY),
                SqlStrengths.ADD);
    }

    /** An instant out of KQL's range is null there; the target's range is wider. */
    void noteRange(Scalar node) {
        context.notes()
                .add(node, LocalNote.assumption("exact where instants stay in the years 1 to 9999", node.origin()));
    }

    /** A length of time as an interval, which instants are moved by. */
    Fragment interval(Scalar span) {
        if (span instanceof Scalar.Constant constant && constant.value() instanceof Value.TimeSpan(long ticks)) {
            if (!Ticks.wholeMicroseconds(ticks)) {
                return context.refuse(span, "the target cannot hold a length of time below a microsecond");
            }
            return new Fragment(Ticks.interval(ticks), SqlStrengths.PRIMARY);
        }
        if (!(span instanceof Scalar.Arithmetic)) {
            context.notes()
                    .add(span, LocalNote.assumption("exact where lengths of time are whole microseconds", span.origin()));
        }
        return context.operator("$interval", scalars.typed(span));
    }

    private Fragment integers(Scalar.Arithmetic node) {
        if (node.operator() != ArithmeticOperator.DIVIDE && node.operator() != ArithmeticOperator.MODULO) {
            // KQL goes on from the other end of the range; the target stops with an error.
            context.notes().add(node, LocalNote.assumption("exact where the result fits into 64 bits", node.origin()));
        }
        Fragment left = wide(node.left());
        Fragment right = wide(node.right());
        return switch (node.operator()) {
            case ADD, SUBTRACT ->
                new Fragment(
                        left.in(SqlStrengths.ADD) + sign(node.operator()) + right.in(SqlStrengths.MULTIPLY),
                        SqlStrengths.ADD);
            case MULTIPLY ->
                new Fragment(left.in(SqlStrengths.MULTIPLY) + " * " + right.in(SqlStrengths.UNARY), SqlStrengths.MULTIPLY);
            case DIVIDE -> context.operator("$divide_integers", left, right);
            case MODULO -> context.operator("$modulo", left, right);
        };
    }

    /** An operand in 64 bits, in which KQL computes. */
    private Fragment wide(Scalar scalar) {
        if (scalar.type() == KqlType.INT && !(scalar instanceof Scalar.Constant)) {
            return ScalarLowering.cast(scalars.value(scalar), KqlType.LONG);
        }
        return scalars.typed(scalar);
    }

    private Fragment reals(Scalar.Arithmetic node) {
        Fragment left = real(node.left());
        Fragment right = real(node.right());
        return switch (node.operator()) {
            case ADD, SUBTRACT ->
                new Fragment(
                        left.in(SqlStrengths.ADD) + sign(node.operator()) + right.in(SqlStrengths.MULTIPLY),
                        SqlStrengths.ADD);
            case MULTIPLY ->
                new Fragment(left.in(SqlStrengths.MULTIPLY) + " * " + right.in(SqlStrengths.UNARY), SqlStrengths.MULTIPLY);
            case DIVIDE -> context.operator("$divide_reals", left, right);
            case MODULO -> context.refuse(node, "`%` of real numbers is not translated");
        };
    }

    private Fragment real(Scalar scalar) {
        Fragment value = scalars.value(scalar);
        return scalar.type() == KqlType.REAL ? value : ScalarLowering.cast(value, KqlType.REAL);
    }

    private static String sign(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> " + ";
            case SUBTRACT -> " - ";
            case MULTIPLY -> " * ";
            case DIVIDE -> " / ";
            case MODULO -> " % ";
        };
    }
}
