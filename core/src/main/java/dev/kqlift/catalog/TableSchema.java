package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.List;

/**
 * A table and its columns in the order in which the engine returns them.
 *
 * @param name with case
 * @param columns in order
 */
public record TableSchema(String name, List<ColumnSchema> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** A column of a table. */
    public record ColumnSchema(String name, KqlType type) {}
}
