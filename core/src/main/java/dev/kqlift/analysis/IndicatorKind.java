package dev.kqlift.analysis;

import java.util.Locale;

/** The kinds of indicator. */
public enum IndicatorKind {
    EQ,
    NE,
    IN,
    MATCH,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    REGEX_MATCH,
    GT,
    GE,
    LT,
    LE,
    BETWEEN,
    IS_NULL,
    IS_NOT_NULL,
    CIDR_MATCH,
    IS_TRUE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the machine formats. */
    public String word() {
        return word;
    }
}
