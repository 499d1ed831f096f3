package dev.kqlift.document;

import dev.kqlift.source.Span;

/**
 * A value that is not of the shape that its key asks for.
 *
 * @param key the key, without those around it
 * @param wanted what it asks for: {@code a list}, {@code a text}
 * @param span the place of the value
 */
public record WrongShape(String key, String wanted, Span span) {}
