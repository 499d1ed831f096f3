package dev.kqlift.catalog;

/** Which types a parameter takes. */
public enum ParameterKind {
    ANY,
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
    SUMMABLE,
    ORDERABLE,
    NOT_REAL_OR_BOOL,
    NOT_DYNAMIC,
    NOT_BOOL,
    PARAMETER0,
    PARAMETER1,
    PARAMETER2,
    COMMON_SCALAR,
    COMMON_NUMBER,
    COMMON_SUMMABLE,
    COMMON_ORDERABLE,
    COMMON_SCALAR_OR_DYNAMIC
}
