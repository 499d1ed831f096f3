package dev.kqlift.grammar;

/**
 * A comment of a query, which the parser passes over.
 *
 * @param start the offset of its two slashes
 * @param end the offset after its last character; the line end is not part of it
 */
public record Comment(int start, int end) {}
