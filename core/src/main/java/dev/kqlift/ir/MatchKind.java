package dev.kqlift.ir;

/** How a text is matched by a pattern. */
public enum MatchKind {
    /** Whole terms: {@code has}. */
    TERM,
    /** The start of a term: {@code hasprefix}. */
    TERM_PREFIX,
    /** The end of a term: {@code hassuffix}. */
    TERM_SUFFIX,
    /** Anywhere: {@code contains}. */
    SUBSTRING,
    /** The start of the text: {@code startswith}. */
    PREFIX,
    /** The end of the text: {@code endswith}. */
    SUFFIX,
    /** A regular expression, anywhere in the text: {@code matches regex}. */
    REGEX,
    /** The deprecated {@code like} with wildcards. */
    LIKE
}
