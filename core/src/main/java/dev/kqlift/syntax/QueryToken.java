package dev.kqlift.syntax;

import dev.kqlift.source.Span;

/**
 * A piece of a query as editors colour it.
 *
 * @param kind what it is
 * @param span its place in the query
 */
public record QueryToken(Kind kind, Span span) {
    /** What a piece of a query is to the eye. */
    public enum Kind {
        COMMENT,
        TEXT,
        /** A number, a date, a span of time or another literal that is no text. */
        NUMBER,
        /** A word that steers the query. */
        KEYWORD,
        /** A sign or word that compares or computes. */
        OPERATOR,
        /** A name in front of an opening parenthesis. */
        FUNCTION,
        NAME,
        PUNCTUATION,
        /** What no token of KQL is. */
        WRONG
    }
}
