package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.Optional;

/**
 * A name that may hold wildcards, or any other expression in its place.
 *
 * @param pattern the text with its {@code *}; empty where this is a plain expression
 * @param expression the expression: for a pattern the part before the first wildcard
 */
public record NamePattern(Optional<String> pattern, Expression expression, Origin origin) {}
