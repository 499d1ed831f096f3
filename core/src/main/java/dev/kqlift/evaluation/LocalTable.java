package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.Value;
import java.util.List;

/**
 * The rows of a table that is at hand.
 *
 * @param columns in order
 * @param rows for each row one value a column, of the column's type or that type's null
 */
public record LocalTable(List<TableSchema.ColumnSchema> columns, List<List<Value>> rows) {
    public LocalTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
