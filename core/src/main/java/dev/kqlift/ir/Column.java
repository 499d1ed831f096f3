package dev.kqlift.ir;

import dev.kqlift.types.KqlType;

/**
 * A column of a relation. Two columns are the same if and only if their ids are; a relation that passes a column on keeps
 * it, whatever the column's name.
 *
 * @param id unique within one bound query
 * @param name the column's name in the relation that made it
 * @param type its type
 */
public record Column(ColumnId id, String name, KqlType type) {}
