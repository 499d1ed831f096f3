package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that plugins give whose columns depend on the data, as a run has found them.
 *
 * @param byPlace for the text of an operator its columns, in order
 */
public record ObservedColumns(Map<Span, List<TableSchema.ColumnSchema>> byPlace) {
    /** Nothing has run. */
    public static final ObservedColumns NONE = new ObservedColumns(Map.of());

    /** The columns of the operator at a place. */
    public Optional<List<TableSchema.ColumnSchema>> at(Span place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** These columns with those of one more operator. */
    public ObservedColumns with(Span place, List<TableSchema.ColumnSchema> columns) {
        Map<Span, List<TableSchema.ColumnSchema>> more = new LinkedHashMap<>(byPlace);
        more.put(place, List.copyOf(columns));
        return new ObservedColumns(more);
    }
}
