package dev.kqlift.corpus.facts;

import dev.kqlift.syntax.BinaryOperator;
import java.util.Optional;

/** What the operators that match text do with the rows that match. */
final class TextOperators {
    private TextOperators() {}

    /** Whether an operator keeps the rows that match; empty for those that do not match text. */
    static Optional<Boolean> wanted(BinaryOperator operator) {
        return switch (operator) {
            case COLON,
                    HAS,
                    HAS_CS,
                    HASPREFIX,
                    HASPREFIX_CS,
                    HASSUFFIX,
                    HASSUFFIX_CS,
                    CONTAINS,
                    CONTAINS_CS,
                    STARTSWITH,
                    STARTSWITH_CS,
                    ENDSWITH,
                    ENDSWITH_CS,
                    MATCHES_REGEX,
                    LIKE,
                    LIKE_CS -> Optional.of(true);
            case NOT_HAS,
                    NOT_HAS_CS,
                    NOT_HASPREFIX,
                    NOT_HASPREFIX_CS,
                    NOT_HASSUFFIX,
                    NOT_HASSUFFIX_CS,
                    NOT_CONTAINS,
                    NOT_CONTAINS_CS,
                    NOT_STARTSWITH,
                    NOT_STARTSWITH_CS,
                    NOT_ENDSWITH,
                    NOT_ENDSWITH_CS,
                    NOT_LIKE,
                    NOT_LIKE_CS -> Optional.of(false);
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    MODULO,
                    EQUAL_IGNORING_CASE,
                    NOT_EQUAL_IGNORING_CASE -> Optional.empty();
        };
    }
}
