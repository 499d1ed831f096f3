package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * The table as the binder sees it: the columns that are known, then those that only the data have.
     *
     * @param known what the catalog has under the name
     */
    public TableSchema schema(String name, Optional<TableSchema> known) {
        List<TableSchema.ColumnSchema> all =
                new ArrayList<>(known.map(TableSchema::columns).orElse(List.of()));
        for (TableSchema.ColumnSchema column : columns) {
            if (all.stream().noneMatch(other -> other.name().equals(column.name()))) {
                all.add(column);
            }
        }
        return new TableSchema(name, all);
    }
}
