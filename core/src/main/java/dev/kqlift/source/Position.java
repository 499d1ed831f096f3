package dev.kqlift.source;

/**
 * A place in a file as editors show it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record Position(int line, int column) {}
