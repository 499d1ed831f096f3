package dev.kqlift.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which an obvious mapping would be wrong. A row names those that it honours. */
public enum Trap {
    /** KQL counts from 0, the target from 1. */
    ZERO_BASED_INDEX,
    /** KQL's result for a null argument differs from what the target's function gives. */
    NULL_ARGUMENT,
    /** A text is never null in KQL. */
    TEXT_IS_NEVER_NULL,
    /** No rows, or no values, give a number or an empty list in KQL and null in the target. */
    EMPTY_INPUT,
    /** A conversion of text that does not fit gives null in KQL; the target fails, rounds or takes more forms. */
    CONVERSION,
    /** Integers divide, wrap and round differently. */
    INTEGER_ARITHMETIC,
    /** A tick is 100 ns in KQL and 1 µs in the target. */
    TICKS,
    /** KQL's bins count from 0001-01-01 and round down. */
    BIN_ORIGIN,
    /** Weeks start on Sunday in KQL. */
    WEEK_START,
    /** Upper and lower case are told apart differently outside of ASCII. */
    CASE_FOLDING,
    /** Text that is not JSON is a string in KQL and an error in the target. */
    BAD_JSON,
    /** KQL gives an estimate or leaves a choice open. */
    LEFT_OPEN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in the tables. */
    public String word() {
        return word;
    }

    static Optional<Trap> ofWord(String word) {
        return Arrays.stream(values()).filter(trap -> trap.word.equals(word)).findFirst();
    }
}
