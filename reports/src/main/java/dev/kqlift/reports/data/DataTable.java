package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of facts.
 *
 * @param name the name of its files, without extension
 * @param row the record that its rows are
 * @param columns in order
 * @param rows in the order of the corpus
 */
record DataTable<R>(String name, Class<R> row, List<DataColumn<R>> columns, Function<CorpusFacts, Stream<R>> rows) {
    DataTable {
        columns = List.copyOf(columns);
    }
}
