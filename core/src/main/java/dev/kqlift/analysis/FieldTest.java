package dev.kqlift.analysis;

/**
 * A place where a field is tested.
 *
 * @param operator the operator that holds the test
 * @param offset where the test begins in the query
 * @param stage the stage of the main pipeline; 0 where it stands elsewhere
 */
public record FieldTest(String operator, int offset, int stage) {}
