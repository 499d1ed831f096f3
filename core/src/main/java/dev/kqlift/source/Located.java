package dev.kqlift.source;

/**
 * A value with the span of the file that states it.
 *
 * @param value the value
 * @param span its place in the file
 */
public record Located<T>(T value, Span span) {}
