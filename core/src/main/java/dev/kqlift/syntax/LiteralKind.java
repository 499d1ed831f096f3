package dev.kqlift.syntax;

/** The kinds of literal besides strings. */
public enum LiteralKind {
    BOOL,
    INT,
    LONG,
    REAL,
    DECIMAL,
    DATETIME,
    TIMESPAN,
    GUID,
    NULL
}
