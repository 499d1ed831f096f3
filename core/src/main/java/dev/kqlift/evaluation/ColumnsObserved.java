package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.semantic.ObservedColumns;
import dev.kqlift.source.Span;
import java.util.List;

/**
 * A plugin, or the data of a table that nobody declared, gave columns that the query was not bound with. Thrown up to the
 * public entry, which binds the query anew and runs it again.
 */
final class ColumnsObserved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span place;
    private final transient List<TableSchema.ColumnSchema> columns;

    ColumnsObserved(Span place, List<TableSchema.ColumnSchema> columns) {
        super("columns observed", null, false, false);
        this.place = place;
        this.columns = List.copyOf(columns);
    }

    /** What was known, and this. */
    ObservedColumns addedTo(ObservedColumns known) {
        return known.with(place, columns);
    }

    Span place() {
        return place;
    }
}
