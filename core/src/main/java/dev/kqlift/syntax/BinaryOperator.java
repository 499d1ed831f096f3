package dev.kqlift.syntax;

/** The operators between two operands, with their text and how tightly they bind. */
public enum BinaryOperator {
    EQUAL("==", Level.EQUALITY),
    NOT_EQUAL("!=", Level.EQUALITY),
    LESS("<", Level.RELATION),
    LESS_OR_EQUAL("<=", Level.RELATION),
    GREATER(">", Level.RELATION),
    GREATER_OR_EQUAL(">=", Level.RELATION),
    ADD("+", Level.SUM),
    SUBTRACT("-", Level.SUM),
    MULTIPLY("*", Level.PRODUCT),
    DIVIDE("/", Level.PRODUCT),
    MODULO("%", Level.PRODUCT),
    EQUAL_IGNORING_CASE("=~", Level.TEXT),
    NOT_EQUAL_IGNORING_CASE("!~", Level.TEXT),
    COLON(":", Level.TEXT),
    HAS("has", Level.TEXT),
    NOT_HAS("!has", Level.TEXT),
    HAS_CS("has_cs", Level.TEXT),
    NOT_HAS_CS("!has_cs", Level.TEXT),
    HASPREFIX("hasprefix", Level.TEXT),
    NOT_HASPREFIX("!hasprefix", Level.TEXT),
    HASPREFIX_CS("hasprefix_cs", Level.TEXT),
    NOT_HASPREFIX_CS("!hasprefix_cs", Level.TEXT),
    HASSUFFIX("hassuffix", Level.TEXT),
    NOT_HASSUFFIX("!hassuffix", Level.TEXT),
    HASSUFFIX_CS("hassuffix_cs", Level.TEXT),
    NOT_HASSUFFIX_CS("!hassuffix_cs", Level.TEXT),
    CONTAINS("contains", Level.TEXT),
    NOT_CONTAINS("!contains", Level.TEXT),
    CONTAINS_CS("contains_cs", Level.TEXT),
    NOT_CONTAINS_CS("!contains_cs", Level.TEXT),
    STARTSWITH("startswith", Level.TEXT),
    NOT_STARTSWITH("!startswith", Level.TEXT),
    STARTSWITH_CS("startswith_cs", Level.TEXT),
    NOT_STARTSWITH_CS("!startswith_cs", Level.TEXT),
    ENDSWITH("endswith", Level.TEXT),
    NOT_ENDSWITH("!endswith", Level.TEXT),
    ENDSWITH_CS("endswith_cs", Level.TEXT),
    NOT_ENDSWITH_CS("!endswith_cs", Level.TEXT),
    MATCHES_REGEX("matches regex", Level.TEXT),
    LIKE("like", Level.TEXT),
    NOT_LIKE("notlike", Level.TEXT),
    LIKE_CS("likecs", Level.TEXT),
    NOT_LIKE_CS("notlikecs", Level.TEXT);

    private final String text;
    private final Level level;

    BinaryOperator(String text, Level level) {
        this.text = text;
        this.level = level;
    }

    public String text() {
        return text;
    }

    public Level level() {
        return level;
    }

    /**
     * How tightly an operator binds, loosest first. Operators on text bind more tightly than arithmetic, as in the engine's
     * own parser; only {@code SUM} and {@code PRODUCT} can be chained.
     */
    public enum Level {
        OR,
        AND,
        EQUALITY,
        RELATION,
        SUM,
        PRODUCT,
        TEXT;

        /** True where {@code a op b op c} is allowed. */
        public boolean chains() {
            return this == SUM || this == PRODUCT || this == OR || this == AND;
        }
    }
}
