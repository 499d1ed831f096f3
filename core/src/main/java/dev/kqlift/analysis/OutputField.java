package dev.kqlift.analysis;

import dev.kqlift.types.KqlType;

/**
 * A column of the result.
 *
 * @param source the operator that gave the field its present value; {@code table} for a column passed on from a table
 */
public record OutputField(String name, KqlType type, String source) {}
