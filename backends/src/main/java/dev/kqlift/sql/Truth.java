package dev.kqlift.sql;

/** What of a condition matters where it stands. */
enum Truth {
    /** Only whether it is true: directly below a filter. False and null may be exchanged. */
    ONLY,
    /** All three values: below a negation, or as a value. */
    FULL
}
