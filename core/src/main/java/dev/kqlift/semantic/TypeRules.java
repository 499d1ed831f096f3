package dev.kqlift.semantic;

import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import java.util.List;

/** The types of operators and of calls, as the engine gives them. */
final class TypeRules {
    private TypeRules() {}

    /** The type of arithmetic; {@code UNKNOWN} where the operands do not fit or are not known. */
    static KqlType arithmetic(ArithmeticOperator operator, KqlType left, KqlType right) {
        if (left == KqlType.UNKNOWN || right == KqlType.UNKNOWN) {
            return KqlType.UNKNOWN;
        }
        if (left.isNumeric() && right.isNumeric()) {
            return promoted(widest(left, right));
        }
        if (left == KqlType.DYNAMIC && right == KqlType.DYNAMIC) {
            return KqlType.DYNAMIC;
        }
        if (left == KqlType.DYNAMIC && right.isNumeric() || left.isNumeric() && right == KqlType.DYNAMIC) {
            return promoted(left == KqlType.DYNAMIC ? right : left);
        }
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE ->
                isTime(left) && (right == left || right == KqlType.TIMESPAN) ? KqlType.REAL : scaled(left, right);
            case MODULO ->
                isTime(left) && (right == left || right == KqlType.TIMESPAN) ? KqlType.TIMESPAN : scaled(left, right);
        };
    }

    private static boolean isTime(KqlType type) {
        return type == KqlType.DATETIME || type == KqlType.TIMESPAN;
    }

    private static boolean isTimeOrDynamic(KqlType type) {
        return isTime(type) || type == KqlType.DYNAMIC;
    }

    private static KqlType sum(KqlType left, KqlType right) {
        if (!isTimeOrDynamic(left) || !isTimeOrDynamic(right)) {
            return KqlType.UNKNOWN;
        }
        return left == KqlType.DATETIME || right == KqlType.DATETIME ? KqlType.DATETIME : KqlType.TIMESPAN;
    }

    private static KqlType difference(KqlType left, KqlType right) {
        if (!isTimeOrDynamic(left) || !isTimeOrDynamic(right)) {
            return KqlType.UNKNOWN;
        }
        boolean moment = left == KqlType.DATETIME && right == KqlType.TIMESPAN
                || left == KqlType.TIMESPAN && right == KqlType.DATETIME;
        return moment ? KqlType.DATETIME : KqlType.TIMESPAN;
    }

    private static KqlType product(KqlType left, KqlType right) {
        if (left == KqlType.TIMESPAN && right == KqlType.TIMESPAN) {
            return KqlType.TIMESPAN;
        }
        return left.isNumeric() && isTime(right) ? right : scaled(left, right);
    }

    private static KqlType scaled(KqlType left, KqlType right) {
        return isTime(left) && right.isNumeric() ? left : KqlType.UNKNOWN;
    }

    /** Whether {@code <}, {@code <=}, {@code >}, {@code >=} take these types. */
    static boolean ordered(KqlType left, KqlType right) {
        if (left == KqlType.UNKNOWN || right == KqlType.UNKNOWN) {
            return true;
        }
        if (isTime(left)) {
            return left == right;
        }
        boolean leftNumber = left.isNumeric() || left == KqlType.BOOL || left == KqlType.DYNAMIC;
        boolean rightNumber = right.isNumeric() || right == KqlType.BOOL || right == KqlType.DYNAMIC;
        return leftNumber && rightNumber;
    }

    /** Whether {@code between} takes these types. */
    static boolean between(KqlType subject, KqlType low, KqlType high) {
        if (subject == KqlType.DATETIME && low == KqlType.DATETIME && high == KqlType.TIMESPAN) {
            return true;
        }
        boolean bool = subject == KqlType.BOOL || low == KqlType.BOOL || high == KqlType.BOOL;
        return !bool && ordered(subject, low) && ordered(subject, high);
    }

    /** Whether an operator on text takes the type. */
    static boolean isText(KqlType type) {
        return type == KqlType.STRING || type == KqlType.DYNAMIC || type == KqlType.UNKNOWN;
    }

    /** Whether a condition may have the type: the engine takes a dynamic value as well. */
    static boolean isCondition(KqlType type) {
        return type == KqlType.BOOL || type == KqlType.DYNAMIC || type == KqlType.UNKNOWN;
    }

    private static KqlType widest(KqlType left, KqlType right) {
        return rank(left) >= rank(right) ? left : right;
    }

    private static int rank(KqlType type) {
        return switch (type) {
            case INT -> 1;
            case LONG -> 2;
            case REAL -> 3;
            case DECIMAL -> 4;
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> 0;
        };
    }

    static KqlType promoted(KqlType type) {
        return type == KqlType.INT ? KqlType.LONG : type;
    }

    /** The type of a call. */
    static KqlType result(ReturnRule rule, KqlType declared, List<Scalar> arguments) {
        return switch (rule) {
            case DECLARED -> declared;
            case COMPUTED, NOT_SCALAR, OPEN_TABLE, COLUMNS -> KqlType.UNKNOWN;
            case PARAMETER0 -> type(arguments, 0);
            case PARAMETER1 -> type(arguments, 1);
            case PARAMETER2 -> type(arguments, 2);
            case PARAMETER_N -> type(arguments, arguments.size() - 1);
            case PARAMETER0_LITERAL -> named(arguments, 0);
            case PARAMETER1_LITERAL -> named(arguments, 1);
            case PARAMETER_N_LITERAL -> named(arguments, arguments.size() - 1);
            case PARAMETER0_PROMOTED -> promoted(type(arguments, 0));
            case PARAMETER0_ARRAY -> KqlType.DYNAMIC;
            case COMMON -> common(arguments, 0, 1);
            case COMMON_NON_DYNAMIC -> common(arguments, 0, 1);
            case WIDEST -> promoted(common(arguments, 0, 1));
        };
    }

    private static KqlType type(List<Scalar> arguments, int index) {
        return index >= 0 && index < arguments.size() ? arguments.get(index).type() : KqlType.UNKNOWN;
    }

    /** The type that {@code typeof(…)} names, which stands in the arguments as an unbound text. */
    private static KqlType named(List<Scalar> arguments, int index) {
        if (index < 0 || index >= arguments.size()) {
            return KqlType.UNKNOWN;
        }
        return arguments.get(index) instanceof Scalar.Unbound type
                ? KqlType.ofName(type.text()).orElse(KqlType.UNKNOWN)
                : arguments.get(index).type();
    }

    /** The type that the arguments from {@code first} on, every {@code step}-th, share: numbers widen, dynamic gives way. */
    static KqlType common(List<Scalar> arguments, int first, int step) {
        KqlType result = KqlType.UNKNOWN;
        for (int i = first; i < arguments.size(); i += step) {
            result = common(result, arguments.get(i).type());
        }
        return result;
    }

    static KqlType common(KqlType left, KqlType right) {
        if (left == right || right == KqlType.UNKNOWN) {
            return left;
        }
        if (left == KqlType.UNKNOWN || left == KqlType.DYNAMIC) {
            return right;
        }
        if (right == KqlType.DYNAMIC) {
            return left;
        }
        return left.isNumeric() && right.isNumeric() ? widest(left, right) : KqlType.DYNAMIC;
    }
}
