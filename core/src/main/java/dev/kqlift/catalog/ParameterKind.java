package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;

/** Which types a parameter takes. */
public enum ParameterKind {
    ANY,
    /** The types that {@link Parameter#types()} names. */
    DECLARED,
    /** A type itself: {@code typeof(int)}. */
    TYPE,
    SCALAR,
    TABULAR,
    DATABASE,
    CLUSTER,
    INTEGER,
    REAL_OR_DECIMAL,
    STRING_OR_DYNAMIC,
    STRING_OR_ARRAY,
    INTEGER_OR_ARRAY,
    DYNAMIC_ARRAY,
    DYNAMIC_BAG,
    NUMBER,
    NUMBER_OR_BOOL,
    /** A number, timespan or datetime. */
    SUMMABLE,
    /** What is summable, a string or a bool; neither guid nor dynamic. */
    ORDERABLE,
    NOT_REAL_OR_BOOL,
    NOT_DYNAMIC,
    NOT_BOOL,
    /** The type of the first argument. */
    PARAMETER0,
    PARAMETER1,
    PARAMETER2,
    /** A scalar of the type that all arguments of this kind share. */
    COMMON_SCALAR,
    COMMON_NUMBER,
    COMMON_SUMMABLE,
    COMMON_ORDERABLE,
    COMMON_SCALAR_OR_DYNAMIC;

    /**
     * Whether an argument of a type will do, taken alone: what {@code PARAMETER0} and the {@code COMMON} kinds ask of
     * the other arguments is not seen. An {@code UNKNOWN} one always will.
     */
    boolean accepts(KqlType type) {
        return type == KqlType.UNKNOWN
                || switch (this) {
                    case ANY, SCALAR, COMMON_SCALAR, COMMON_SCALAR_OR_DYNAMIC -> true;
                    case PARAMETER0, PARAMETER1, PARAMETER2 -> true;
                    case DECLARED, TYPE, TABULAR, DATABASE, CLUSTER -> false;
                    case INTEGER -> type.isInteger();
                    case REAL_OR_DECIMAL -> type == KqlType.REAL || type == KqlType.DECIMAL;
                    case STRING_OR_DYNAMIC, STRING_OR_ARRAY -> type == KqlType.STRING || type == KqlType.DYNAMIC;
                    case INTEGER_OR_ARRAY -> type.isInteger() || type == KqlType.DYNAMIC;
                    case DYNAMIC_ARRAY, DYNAMIC_BAG -> type == KqlType.DYNAMIC;
                    case NUMBER, COMMON_NUMBER -> type.isNumeric();
                    case NUMBER_OR_BOOL -> type.isNumeric() || type == KqlType.BOOL;
                    case SUMMABLE, COMMON_SUMMABLE -> isSummable(type);
                    case ORDERABLE, COMMON_ORDERABLE ->
                        isSummable(type) || type == KqlType.STRING || type == KqlType.BOOL;
                    case NOT_REAL_OR_BOOL -> type != KqlType.REAL && type != KqlType.BOOL;
                    case NOT_DYNAMIC -> type != KqlType.DYNAMIC;
                    case NOT_BOOL -> type != KqlType.BOOL;
                };
    }

    /** Whether all arguments of the kind have to be of one type. */
    boolean isShared() {
        return switch (this) {
            case COMMON_SCALAR, COMMON_NUMBER, COMMON_SUMMABLE, COMMON_ORDERABLE, COMMON_SCALAR_OR_DYNAMIC -> true;
            case ANY, DECLARED, TYPE, SCALAR, TABULAR, DATABASE, CLUSTER, INTEGER, REAL_OR_DECIMAL -> false;
            case STRING_OR_DYNAMIC, STRING_OR_ARRAY, INTEGER_OR_ARRAY, DYNAMIC_ARRAY, DYNAMIC_BAG, NUMBER -> false;
            case NUMBER_OR_BOOL, SUMMABLE, ORDERABLE, NOT_REAL_OR_BOOL, NOT_DYNAMIC, NOT_BOOL -> false;
            case PARAMETER0, PARAMETER1, PARAMETER2 -> false;
        };
    }

    private static boolean isSummable(KqlType type) {
        return type.isNumeric() || type == KqlType.TIMESPAN || type == KqlType.DATETIME;
    }
}
