package dev.kqlift.evaluation;

import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run is given.
 *
 * @param now the instant of {@code now()} in ticks
 * @param workspace the functions that the query was bound with
 * @param places the places of addresses, where there is a database of them
 * @param reads what the query reads, found when first asked for
 */
record RunInput(
        TableSource tables,
        long now,
        WorkspaceFunctions workspace,
        Optional<GeoDatabase> places,
        Supplier<QueryReads> reads) {
    static RunInput of(
            BoundQuery query,
            TableSource tables,
            long now,
            WorkspaceFunctions workspace,
            Optional<GeoDatabase> places) {
        return new RunInput(tables, now, workspace, places, new Once(query));
    }

    private static final class Once implements Supplier<QueryReads> {
        private final BoundQuery query;
        private @Nullable QueryReads reads;

        Once(BoundQuery query) {
            this.query = query;
        }

        @Override
        public QueryReads get() {
            QueryReads found = reads;
            if (found == null) {
                found = QueryReads.of(query);
                reads = found;
            }
            return found;
        }
    }
}
