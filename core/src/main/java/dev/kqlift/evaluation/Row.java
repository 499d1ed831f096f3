package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Optional;

/** One row of a relation. */
public interface Row {
    /** The row of {@code print} and of constants: no columns. */
    Row EMPTY = new Row() {
        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public Optional<Value> value(ColumnId id) {
            return Optional.empty();
        }
    };

    /** The columns, in order. */
    List<Column> columns();

    /** The value of a column; empty where the row has no such column. */
    Optional<Value> value(ColumnId id);
}
