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
    /** The one type that all arguments share, the widest where they are numbers; {@code int} stays {@code int}. */
    COMMON,
    /** The same with dynamic arguments left out; {@code dynamic} where the others share no type or all are dynamic. */
    COMMON_NON_DYNAMIC,
    /** The widest of the numeric types, {@code int} made {@code long}. */
    WIDEST,
    /** Several columns: {@link Signature#columns()}. */
    COLUMNS,
    /** A table whose columns only the data or another service tells. */
    OPEN_TABLE,
    /** A table, database, cluster or other thing that is not a scalar. */
    NOT_SCALAR
}
