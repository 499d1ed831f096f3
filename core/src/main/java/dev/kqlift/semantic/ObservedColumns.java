package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only a run tells: the columns that plugins give whose columns depend on the data, and the tables that a pattern
 * means.
 *
 * @param byPlace for the text of an operator or a source its columns, in order
 * @param tables for the text of a pattern the names of the tables that it means
 * @param running whether patterns mean the tables at hand, and none that is only known
 */
public record ObservedColumns(
        Map<Span, List<TableSchema.ColumnSchema>> byPlace, Map<Span, List<String>> tables, boolean running) {
    /** Nothing has run. */
    public static final ObservedColumns NONE = new ObservedColumns(Map.of(), Map.of(), false);

    /** A run begins. */
    public static final ObservedColumns RUNNING = new ObservedColumns(Map.of(), Map.of(), true);

    /** The columns of the operator or source at a place. */
    public Optional<List<TableSchema.ColumnSchema>> at(Span place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** The tables of the pattern at a place. */
    public Optional<List<String>> tablesAt(Span place) {
        return Optional.ofNullable(tables.get(place));
    }

    /** These with the columns of one more place. */
    public ObservedColumns with(Span place, List<TableSchema.ColumnSchema> columns) {
        Map<Span, List<TableSchema.ColumnSchema>> more = new LinkedHashMap<>(byPlace);
        more.put(place, List.copyOf(columns));
        return new ObservedColumns(more, tables, running);
    }

    /** These with the tables of one more pattern. */
    public ObservedColumns withTables(Span place, List<String> names) {
        Map<Span, List<String>> more = new LinkedHashMap<>(tables);
        more.put(place, List.copyOf(names));
        return new ObservedColumns(byPlace, more, running);
    }
}
