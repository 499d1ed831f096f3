package dev.kqlift.catalog;

/** What an argument must be, beyond having the right type. */
public enum ArgumentKind {
    EXPRESSION,
    /** Any expression whose value is known before the query runs. */
    CONSTANT,
    LITERAL,
    LITERAL_NOT_EMPTY,
    /** A column of the input. */
    COLUMN,
    /** A column of the table that is the first argument. */
    COLUMN_PARAMETER0,
    /** A column that both the input and the table of the first argument have. */
    COLUMN_PARAMETER0_COMMON,
    /** An expression over the elements of the first argument, as in graph queries. */
    EXPRESSION_PARAMETER0_ELEMENT,
    /** A call of an aggregate function. */
    AGGREGATE,
    /** An expression or {@code *}. */
    STAR_ALLOWED,
    /** Nothing but {@code *}. */
    STAR_ONLY
}
