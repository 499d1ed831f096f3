package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A watchlist of a workspace.
 *
 * @param alias what {@code _GetWatchlist} is called with
 * @param searchKey the column whose values also stand in {@code SearchKey}; empty where it is not told
 * @param columns the columns of its own
 */
public record Watchlist(String alias, String searchKey, List<ColumnSchema> columns) {
    /** The function that reads watchlists. */
    public static final String FUNCTION = "_GetWatchlist";

    /** The columns that the service adds to every watchlist, before its own. */
    public static final List<ColumnSchema> SERVICE_COLUMNS = List.of(
            new ColumnSchema("_DTItemId", KqlType.STRING),
            new ColumnSchema("LastUpdatedTimeUTC", KqlType.DATETIME),
            new ColumnSchema("SearchKey", KqlType.STRING));

    public Watchlist {
        columns = List.copyOf(columns);
    }

    /** The columns that {@code _GetWatchlist} gives; one of the watchlist's own takes the place of the service's. */
    public List<ColumnSchema> result() {
        List<ColumnSchema> result = new ArrayList<>();
        for (ColumnSchema service : SERVICE_COLUMNS) {
            if (columns.stream().noneMatch(own -> own.name().equals(service.name()))) {
                result.add(service);
            }
        }
        result.addAll(columns);
        return result;
    }
}
