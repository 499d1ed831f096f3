package dev.kqlift.catalog;

/** How the type of a call follows from its arguments. */
public enum ReturnRule {
    /** The declared type. */
    DECLARED,
    /** Worked out by the binder's own rule for this function. */
    COMPUTED,
    PARAMETER0,
    PARAMETER1,
    PARAMETER2,
    /** The type of the last argument. */
    PARAMETER_N,
    /** The type that the text of the argument names: {@code column_ifexists}. */
    PARAMETER0_LITERAL,
    PARAMETER1_LITERAL,
    PARAMETER_N_LITERAL,
    /** The first argument's type, {@code int} made {@code long}. */
    PARAMETER0_PROMOTED,
    /** A dynamic array of the first argument's type. */
    PARAMETER0_ARRAY,
    /** The one type that all arguments share. */
    COMMON,
    /** The same, dynamic left out. */
    COMMON_NON_DYNAMIC,
    /** The widest of the numeric types. */
    WIDEST,
    /** A table, database, cluster or other thing that is not a scalar. */
    NOT_SCALAR
}
