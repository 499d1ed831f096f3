package dev.kqlift.analysis;

import dev.kqlift.types.Value;

/** A scalar {@code let} whose value is a constant expression, folded. */
public record QueryParameter(String name, Value value) {}
