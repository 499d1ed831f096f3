package dev.kqlift.syntax;

import dev.kqlift.source.Origin;

/** A name as declared or used, its brackets and quotes taken off. */
public record Name(String text, Origin origin) {}
