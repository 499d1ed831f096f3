package dev.kqlift.generation;

/** The kinds of stages that a generated pipeline may have. */
public enum StageKind {
    WHERE,
    EXTEND,
    PROJECT,
    PROJECT_AWAY,
    PROJECT_KEEP,
    PROJECT_RENAME,
    PROJECT_REORDER,
    SUMMARIZE,
    DISTINCT,
    COUNT,
    /** {@code sort} by every column that has an order. */
    SORT,
    /** {@code sort} by every column that has an order, then {@code take}. */
    SORT_TAKE,
    TOP,
    JOIN,
    LOOKUP,
    UNION,
    MV_EXPAND,
    PARSE,
    MAKE_SERIES
}
