package dev.kqlift.ir;

/** The identity of a column within one bound query. */
public record ColumnId(int number) {}
