package dev.kqlift.analysis;

import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
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

    /** The kind of a comparison with the field on the left. */
    static IndicatorKind of(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> EQ;
            case NOT_EQUAL -> NE;
            case LESS -> LT;
            case LESS_OR_EQUAL -> LE;
            case GREATER -> GT;
            case GREATER_OR_EQUAL -> GE;
        };
    }

    /** The kind of a match of text. */
    static IndicatorKind of(MatchKind kind) {
        return switch (kind) {
            case TERM, LIKE -> MATCH;
            case SUBSTRING -> CONTAINS;
            case PREFIX, TERM_PREFIX -> STARTS_WITH;
            case SUFFIX, TERM_SUFFIX -> ENDS_WITH;
            case REGEX -> REGEX_MATCH;
        };
    }
}
