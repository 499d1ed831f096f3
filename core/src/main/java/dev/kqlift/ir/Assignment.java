package dev.kqlift.ir;

/**
 * A column and the scalar that computes it.
 *
 * @param column the new column
 * @param value computed over the columns of the input relation
 */
public record Assignment(Column column, Scalar value) {}
