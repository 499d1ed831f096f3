package dev.kqlift.analysis;

import dev.kqlift.source.Span;

/**
 * One operator of the main pipeline.
 *
 * @param index from 1
 * @param operator {@code source} for the first, then the operator's name as the grammar has it
 * @param text the operator's own text, comments dropped and white space folded
 * @param span its place in the query
 */
public record Stage(int index, String operator, String text, Span span) {}
