package dev.kqlift.lint;

import dev.kqlift.source.Span;

/**
 * The replacement of a piece of a rule file.
 *
 * @param span what is replaced: UTF-16 offsets in the decoded file
 * @param replacement what stands there afterwards, spelt as the file needs it
 */
public record TextEdit(Span span, String replacement) {}
