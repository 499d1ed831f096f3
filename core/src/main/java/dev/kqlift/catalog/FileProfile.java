package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code FileProfile(column, limit)} of advanced hunting, as documented: it adds to each row what is known of the file
 * whose hash a column holds.
 */
public final class FileProfile {
    /** The function's name, under which a run finds the profiles too. */
    public static final String FUNCTION = "FileProfile";

    /** The column that is looked up where the query names none. */
    public static final String DEFAULT_KEY = "SHA1";

    /** How many records are enriched where the query does not say. */
    public static final int DEFAULT_LIMIT = 100;

    /** The highest number of records that may be asked for. */
    public static final int HIGHEST_LIMIT = 1000;

    private static final String KEY = "@key";

    private FileProfile() {}

    /** The columns that the function adds, in order. */
    public static TableSchema schema() {
        return Shared.SCHEMA;
    }

    /** The column of the profiles that holds the same hash as a column of the rows; empty where the documentation names none. */
    public static Optional<String> hashOf(String column) {
        return Optional.ofNullable(Shared.KEYS.get(column));
    }

    /** The columns that files are looked up by. */
    public static List<String> keys() {
        return List.copyOf(Shared.KEYS.keySet());
    }

    private static final class Shared {
        static final TableSchema SCHEMA;
        static final Map<String, String> KEYS = new LinkedHashMap<>();

        static {
            SortedLines lines = SortedLines.ofResource("file-profile.tsv");
            for (String line : lines.header()) {
                String[] cells = line.split("\t", -1);
                if (cells[0].equals(KEY)) {
                    KEYS.put(cells[1], cells[2]);
                }
            }
            List<TableSchema.ColumnSchema> columns = new ArrayList<>();
            for (String line : lines.body()) {
                String[] cells = line.split("\t", -1);
                columns.add(new TableSchema.ColumnSchema(
                        cells[0], KqlType.ofName(cells[1]).orElseThrow()));
            }
            SCHEMA = new TableSchema(FUNCTION, columns);
        }
    }
}
