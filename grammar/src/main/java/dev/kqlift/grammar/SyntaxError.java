package dev.kqlift.grammar;

/**
 * A place where a text departs from the grammar.
 *
 * @param kind what is wrong
 * @param start offset of the first UTF-16 unit concerned
 * @param end offset after the last one
 * @param message what was found and what was expected, in words
 */
public record SyntaxError(Kind kind, int start, int end, String message) {
    /** What can be wrong. */
    public enum Kind {
        UNEXPECTED,
        BAD_STRING,
        BAD_CHARACTER,
        MISSING_SEMICOLON,
        TOO_DEEP,
        EMPTY
    }
}
