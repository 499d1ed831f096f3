package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only a run tells: the columns that plugins give whose columns depend on the data, and which tables there are.
 *
 * @param byPlace for the text of an operator or a source its columns, in order
 * @param tables the tables that there are, which is what patterns choose from; empty where nothing runs
 */
public record ObservedColumns(Map<Span, List<TableSchema.ColumnSchema>> byPlace, Optional<List<String>> tables) {
    /** Nothing has run. */
    public static final ObservedColumns NONE = new ObservedColumns(Map.of(), Optional.empty());

    /** A run over these tables, of which no plugin has told its columns. */
    public static ObservedColumns over(List<String> tables) {
        return new ObservedColumns(Map.of(), Optional.of(List.copyOf(tables)));
    }

    /** The columns of the operator or source at a place. */
    public Optional<List<TableSchema.ColumnSchema>> at(Span place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** The tables that a pattern chooses; empty where nothing runs. */
    Optional<List<String>> matching(String pattern) {
        return tables.map(names ->
                names.stream().filter(name -> Wildcards.matches(pattern, name)).toList());
    }

    /** These with the columns of one more place. */
    public ObservedColumns with(Span place, List<TableSchema.ColumnSchema> columns) {
        Map<Span, List<TableSchema.ColumnSchema>> more = new LinkedHashMap<>(byPlace);
        more.put(place, List.copyOf(columns));
        return new ObservedColumns(more, tables);
    }
}
