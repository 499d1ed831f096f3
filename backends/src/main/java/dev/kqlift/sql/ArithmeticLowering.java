package dev.kqlift.sql;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;

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
            return shifted(node.left(), node.right(), node.operator());
        }
        if (left == KqlType.TIMESPAN && right == KqlType.DATETIME && node.operator() == ArithmeticOperator.ADD) {
            return shifted(node.right(), node.left(), node.operator());
        }
        if (left == KqlType.DATETIME && right == KqlType.DATETIME && node.operator() == ArithmeticOperator.SUBTRACT) {
            return context.operator("$ticks_between", scalars.value(node.left()), scalars.value(node.right()));
        }
        if (left == KqlType.TIMESPAN && right == KqlType.TIMESPAN && sumOrDifference(node)) {
            return integers(node);
        }
        if (left == KqlType.TIMESPAN && right == KqlType.TIMESPAN && node.operator() == ArithmeticOperator.DIVIDE) {
            if (context.ranges().of(node.right()).contains(0)) {
                String message = "what a length of time divided by none gives is not settled";
                context.notes().add(node, LocalNote.approximate(message, node.origin()));
            }
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
                node,
                "`" + sign(node.operator()).strip() + "` of " + left.word() + " and " + right.word()
                        + " is not translated");
    }

    private static boolean sumOrDifference(Scalar.Arithmetic node) {
        return node.operator() == ArithmeticOperator.ADD || node.operator() == ArithmeticOperator.SUBTRACT;
    }

    /** An instant moved by a length of time. */
    Fragment shifted(Scalar instant, Scalar span, ArithmeticOperator operator) {
        WholeRange spans = context.ranges().of(span);
        WholeRange from = context.ranges().of(instant);
        WholeRange to = operator == ArithmeticOperator.ADD ? from.plus(spans) : from.minus(spans);
        return new ShiftLowering(scalars)
                .shifted(scalars.value(instant), span, operator, to.within(WholeRange.INSTANTS));
    }

    Fragment negate(Scalar.Negate node) {
        KqlType type = node.operand().type();
        if (type == KqlType.REAL) {
            return new Fragment("-" + scalars.value(node.operand()).in(SqlStrengths.PRIMARY), SqlStrengths.UNARY);
        }
        return type.isInteger() || type == KqlType.TIMESPAN
                ? wrapped(exact(node))
                : context.refuse(node, "`-` of a " + type.word() + " is not translated");
    }

    /** The distance from zero. That of the least number is the least number itself. */
    Fragment absolute(Scalar node, Scalar operand) {
        if (operand.type() == KqlType.REAL) {
            return SqlForms.primary("abs(" + scalars.value(operand).text() + ")");
        }
        Exact value = leaf(operand);
        WholeRange range = value.range().bothSigns();
        if (operand.type() == KqlType.INT && !range.within(WholeRange.INT)) {
            context.notes().add(node, LocalNote.approximate("`abs` of the least `int` is not settled", node.origin()));
        }
        boolean huge = !range.within(WholeRange.LONG);
        return wrapped(new Exact(
                SqlForms.primary("abs(" + (huge ? value.huge() : value.fragment()).text() + ")"), range, huge));
    }

    /**
     * A whole number as arithmetic gives it, before it wraps round.
     *
     * @param isHuge true when it stands in 128 bits, because it may not fit into 64
     */
    record Exact(Fragment fragment, WholeRange range, boolean isHuge) {
        Fragment huge() {
            return isHuge ? fragment : SqlForms.primary("CAST(" + fragment.text() + " AS HUGEINT)");
        }
    }

    /** The number in 64 bits: KQL goes on from the other end of the range, where the target would stop with an error. */
    Fragment wrapped(Exact exact) {
        return exact.isHuge() ? context.operator("$wrap", exact.fragment()) : exact.fragment();
    }

    private static final int MOST_BITS = 126;

    /** Sums, differences and products may be wrapped once for a whole tree, which gives the same as wrapping each of them. */
    private Exact exact(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Negate negate
            when negate.operand().type() != KqlType.REAL -> {
                Exact operand = fitting(exact(negate.operand()), 1);
                WholeRange range = operand.range().negated();
                boolean huge = operand.isHuge() || !range.within(WholeRange.LONG);
                Fragment value = huge ? operand.huge() : operand.fragment();
                yield new Exact(new Fragment("-" + value.in(SqlStrengths.PRIMARY), SqlStrengths.UNARY), range, huge);
            }
            case Scalar.Arithmetic node when wraps(node) -> sum(node);
            default -> leaf(scalar);
        };
    }

    private static boolean wraps(Scalar.Arithmetic node) {
        boolean whole = (node.left().type().isInteger() || node.left().type() == KqlType.TIMESPAN)
                && (node.right().type().isInteger() || node.right().type() == KqlType.TIMESPAN);
        return whole && node.operator() != ArithmeticOperator.DIVIDE && node.operator() != ArithmeticOperator.MODULO;
    }

    private Exact sum(Scalar.Arithmetic node) {
        boolean product = node.operator() == ArithmeticOperator.MULTIPLY;
        Exact left = exact(node.left());
        Exact right = exact(node.right());
        int room = product ? MOST_BITS / 2 : MOST_BITS - 1;
        left = fitting(left, room);
        right = fitting(right, room);
        WholeRange range = switch (node.operator()) {
            case ADD -> left.range().plus(right.range());
            case SUBTRACT -> left.range().minus(right.range());
            case MULTIPLY, DIVIDE, MODULO -> left.range().times(right.range());
        };
        boolean huge = left.isHuge() || right.isHuge() || !range.within(WholeRange.LONG);
        Fragment first = huge && !right.isHuge() ? left.huge() : left.fragment();
        Fragment second = right.fragment();
        return new Exact(
                product
                        ? new Fragment(
                                first.in(SqlStrengths.MULTIPLY) + " * " + second.in(SqlStrengths.UNARY),
                                SqlStrengths.MULTIPLY)
                        : new Fragment(
                                first.in(SqlStrengths.ADD) + sign(node.operator()) + second.in(SqlStrengths.MULTIPLY),
                                SqlStrengths.ADD),
                range,
                huge);
    }

    private Exact fitting(Exact exact, int bits) {
        return exact.range().bits() <= bits || !exact.isHuge()
                ? exact
                : new Exact(wrapped(exact), WholeRange.LONG, false);
    }

    private Exact leaf(Scalar scalar) {
        return new Exact(wide(scalar), context.ranges().of(scalar), false);
    }

    private Fragment integers(Scalar.Arithmetic node) {
        return switch (node.operator()) {
            case ADD, SUBTRACT, MULTIPLY -> wrapped(exact(node));
            case DIVIDE -> quotient(node);
            case MODULO -> remainder(node);
        };
    }

    private Fragment quotient(Scalar.Arithmetic node) {
        Exact left = leaf(node.left());
        Exact right = leaf(node.right());
        boolean wraps = left.range().contains(Long.MIN_VALUE) && right.range().contains(-1);
        if (wraps) {
            String message = "what the least number divided by -1 gives is not settled";
            context.notes().add(node, LocalNote.approximate(message, node.origin()));
        }
        Fragment quotient =
                context.operator("$divide_integers", wraps ? left.huge() : left.fragment(), right.fragment());
        return wrapped(new Exact(quotient, WholeRange.LONG, wraps));
    }

    private Fragment remainder(Scalar.Arithmetic node) {
        Exact left = leaf(node.left());
        Exact right = leaf(node.right());
        if (right.range().contains(0)) {
            context.notes()
                    .add(node, LocalNote.approximate("the remainder of a division by 0 is not settled", node.origin()));
        }
        boolean huge = right.range().bits() > 61;
        if (huge || left.range().contains(Long.MIN_VALUE) && right.range().contains(-1)) {
            String message =
                    "the remainder of a division by the least number, or of the least number by -1, is not settled";
            context.notes().add(node, LocalNote.approximate(message, node.origin()));
            huge = true;
        }
        Fragment remainder = context.operator(
                "$modulo", huge ? left.huge() : left.fragment(), huge ? right.huge() : right.fragment());
        return wrapped(new Exact(remainder, WholeRange.LONG, huge));
    }

    /** An operand in 64 bits, in which KQL computes. */
    Fragment wide(Scalar scalar) {
        if (scalar.type() == KqlType.INT) {
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
                new Fragment(
                        left.in(SqlStrengths.MULTIPLY) + " * " + right.in(SqlStrengths.UNARY), SqlStrengths.MULTIPLY);
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
