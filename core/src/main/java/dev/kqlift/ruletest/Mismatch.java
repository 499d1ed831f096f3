package dev.kqlift.ruletest;

import dev.kqlift.source.Span;

/**
 * Something that did not come out.
 *
 * @param expected what the test file asks for
 * @param actual what is there instead
 * @param span the place in the test file
 */
public record Mismatch(String expected, String actual, Span span) {}
