package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a relation, in the order in which the evaluator has them. Not to be changed once it is handed on. */
final class RowSet {
    private final List<Column> columns;
    private final List<List<Value>> rows;
    private final boolean serialized;
    private final boolean ofTable;
    private final Places places;
    private @Nullable Items firstColumn;

    /**
     * @param serialized whether the order of the rows is one that the query may rely on
     */
    RowSet(List<Column> columns, List<List<Value>> rows, boolean serialized) {
        this(columns, rows, serialized, false);
    }

    /**
     * @param ofTable whether each row is one of a table, so that it has a time of ingestion
     */
    RowSet(List<Column> columns, List<List<Value>> rows, boolean serialized, boolean ofTable) {
        this(columns, rows, serialized, ofTable, Places.of(columns));
    }

    private RowSet(List<Column> columns, List<List<Value>> rows, boolean serialized, boolean ofTable, Places places) {
        this.ofTable = ofTable;
        this.columns = columns;
        this.rows = rows;
        this.serialized = serialized;
        this.places = places;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<Value>> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    boolean serialized() {
        return serialized;
    }

    boolean ofTable() {
        return ofTable;
    }

    /** The place of a column in each row; -1 where it has none. */
    int place(Column column) {
        return places.of(column.id());
    }

    Row row(int index) {
        return row(rows.get(index));
    }

    /** Values under the columns of this set. */
    Row row(List<Value> values) {
        return new Member(this, values);
    }

    /** The rows cut down to their first column. */
    List<List<Value>> firstCells() {
        return rows.stream().map(row -> row.subList(0, 1)).toList();
    }

    /** The values of the first column, made once: a sub-query is asked for them at every row. */
    Items firstColumn() {
        if (firstColumn == null) {
            List<Value> values = new ArrayList<>(rows.size());
            for (List<Value> row : rows) {
                values.add(row.getFirst());
            }
            firstColumn = new Items(values);
        }
        return firstColumn;
    }

    /** The same columns over other rows. */
    RowSet with(List<List<Value>> others) {
        return new RowSet(columns, others, serialized, ofTable, places);
    }

    RowSet serialized(boolean ordered) {
        return ordered == serialized ? this : new RowSet(columns, rows, ordered, ofTable, places);
    }

    /** The rows of a function or a file, which have no time of ingestion. */
    RowSet asRows() {
        return new RowSet(columns, rows, serialized);
    }

    /** The rows under other columns, each found by its id. */
    RowSet under(List<Column> others) {
        int[] from = new int[others.size()];
        boolean same = others.size() == columns.size();
        for (int i = 0; i < from.length; i++) {
            from[i] = place(others.get(i));
            same &= from[i] == i;
            if (from[i] < 0) {
                throw new IllegalStateException("no column " + others.get(i));
            }
        }
        if (same) {
            return new RowSet(others, rows, serialized, ofTable);
        }
        List<List<Value>> picked = new ArrayList<>(rows.size());
        for (List<Value> row : rows) {
            List<Value> values = new ArrayList<>(from.length);
            for (int place : from) {
                values.add(row.get(place));
            }
            picked.add(values);
        }
        return new RowSet(others, picked, serialized, ofTable);
    }

    private record Member(RowSet set, List<Value> values) implements Row {
        @Override
        public List<Column> columns() {
            return set.columns;
        }

        @Override
        public Optional<Value> value(ColumnId id) {
            int place = set.places.of(id);
            return place < 0 ? Optional.empty() : Optional.of(values.get(place));
        }
    }
}
