package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the rows of a table one after the other. A cell of a column that is known becomes its value at once; what type
 * the others have is only known behind the last row.
 */
final class RowBuilder {
    /** The engine's own limit of the columns of a table. */
    private static final int MOST_COLUMNS = 10_000;

    private final boolean texts;
    /** All columns in the order of the result; those whose type is open have none yet. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private final List<@Nullable Value[]> rows = new ArrayList<>();
    private final SharedValues shared = SharedValues.ofMany();

    private record Place(int index, Optional<TableSchema.ColumnSchema> column) {}

    /**
     * @param known the table, where it is known
     * @param texts whether numbers and bools stand there as texts
     */
    RowBuilder(Optional<TableSchema> known, boolean texts) {
        this.texts = texts;
        for (TableSchema.ColumnSchema column : known.map(TableSchema::columns).orElse(List.of())) {
            places.put(column.name(), new Place(places.size(), Optional.of(column)));
        }
    }

    /** The values that cells have. */
    SharedValues shared() {
        return shared;
    }

    /** Begins a row, which has no cells yet. */
    void begin() {
        rows.add(new @Nullable Value[places.size()]);
    }

    /** A cell of the row, one of the shared values; of several of one name the last. */
    void put(String name, Value value) throws InputException {
        Place place = places.get(name);
        if (place == null) {
            if (places.size() >= MOST_COLUMNS) {
                throw new InputException(
                        "row " + rows.size() + ": the table has more than " + MOST_COLUMNS + " columns");
            }
            place = new Place(places.size(), Optional.empty());
            places.put(name, place);
        }
        @Nullable Value[] row = rows.getLast();
        if (place.index() >= row.length) {
            row = Arrays.copyOf(row, places.size());
            rows.set(rows.size() - 1, row);
        }
        row[place.index()] =
                place.column().isEmpty() ? value : cell(value, place.column().get(), rows.size());
    }

    private Value cell(Value value, TableSchema.ColumnSchema column, int row) throws InputException {
        if (value.type() == column.type() && !(value instanceof Value.Null)) {
            return value;
        }
        try {
            return shared.of(JsonCells.cell(value, column));
        } catch (InputException e) {
            throw new InputException("row " + row + ": " + e.getMessage());
        }
    }

    /** The table. The builder is used up then. */
    LocalTable table() throws InputException {
        List<TableSchema.ColumnSchema> columns = new ArrayList<>(places.size());
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            if (place.column().isPresent()) {
                columns.add(place.column().get());
            } else {
                columns.add(new TableSchema.ColumnSchema(entry.getKey(), type(place.index())));
            }
        }
        List<List<Value>> filled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            filled.add(filled(rows.get(i), columns, i + 1));
            // The cells are those of the result; a short row has become a longer one.
            rows.set(i, new Value[0]);
        }
        return new LocalTable(columns, filled);
    }

    private KqlType type(int index) {
        List<Value> values = new ArrayList<>();
        for (@Nullable Value[] row : rows) {
            Value value = index < row.length ? row[index] : null;
            if (value != null) {
                values.add(value);
            }
        }
        return ColumnTypes.of(values, texts);
    }

    private List<Value> filled(@Nullable Value[] row, List<TableSchema.ColumnSchema> columns, int number)
            throws InputException {
        Value[] cells = new Value[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            TableSchema.ColumnSchema column = columns.get(i);
            Value value = i < row.length ? row[i] : null;
            boolean open =
                    Objects.requireNonNull(places.get(column.name())).column().isEmpty();
            cells[i] = value == null ? CellReader.nullOf(column.type()) : open ? cell(value, column, number) : value;
        }
        return Arrays.asList(cells);
    }
}
