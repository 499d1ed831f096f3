package dev.kqlift.corpus.diff;

import dev.kqlift.types.KqlType;

/** An output field whose type differs. */
public record FieldChange(String name, KqlType before, KqlType after) {}
