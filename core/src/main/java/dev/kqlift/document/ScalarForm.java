package dev.kqlift.document;

/** How a file spells a scalar. */
public enum ScalarForm {
    /** YAML {@code |}. */
    LITERAL,
    /** YAML {@code >}. */
    FOLDED,
    /** YAML without quotes. */
    PLAIN,
    /** YAML in single quotes. */
    SINGLE_QUOTED,
    /** YAML in double quotes. */
    DOUBLE_QUOTED,
    /** A JSON string. */
    JSON_STRING,
    /** A JSON number or boolean. */
    JSON_WORD,
    /** No value, in either language. */
    NULL
}
