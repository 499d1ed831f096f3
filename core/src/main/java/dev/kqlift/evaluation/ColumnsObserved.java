package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.semantic.ObservedColumns;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A plugin, or the data of a table that nobody declared, gave columns that the query was not bound with. Thrown up to the public entry, which binds the query anew and
 * runs it again.
 */
final class ColumnsObserved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span place;
    private final transient List<TableSchema.ColumnSchema> columns;

    private final transient Optional<List<String>> tables;

    private ColumnsObserved(Span place, List<TableSchema.ColumnSchema> columns, Optional<List<String>> tables) {
        super("columns observed", null, false, false);
        this.place = place;
        this.columns = List.copyOf(columns);
        this.tables = tables;
    }

    ColumnsObserved(Span place, List<TableSchema.ColumnSchema> columns) {
        this(place, columns, Optional.empty());
    }

    /** A pattern means these tables; it may be none. */
    static ColumnsObserved ofTables(Span place, List<String> names) {
        return new ColumnsObserved(place, List.of(), Optional.of(List.copyOf(names)));
    }

    /** What was known, and this. */
    ObservedColumns addedTo(ObservedColumns known) {
        return tables.map(names -> known.withTables(place, names)).orElseGet(() -> known.with(place, columns));
    }

    Span place() {
        return place;
    }
}
