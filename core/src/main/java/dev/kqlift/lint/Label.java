package dev.kqlift.lint;

import dev.kqlift.source.Span;

/**
 * A second place that a finding is about.
 *
 * @param span the place in the same file
 * @param text what stands there
 */
public record Label(Span span, String text) {}
