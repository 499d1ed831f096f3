package dev.kqlift.execution;

import dev.kqlift.evaluation.CellReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of a Parquet file.
 *
 * @param name as the file has it
 * @param place from 1
 * @param stored its type as DuckDB calls it
 * @param type the type of KQL that carries all of its values
 */
record ParquetColumn(String name, int place, String stored, KqlType type) {
    /** A column; one whose values no type of KQL carries is refused. */
    static ParquetColumn of(String name, int place, String stored) throws InputException {
        KqlType type = type(stored)
                .orElseThrow(() ->
                        new InputException("the column `" + name + "` is of type " + stored + ", which KQL has not"));
        return new ParquetColumn(name, place, stored, type);
    }

    private static Optional<KqlType> type(String stored) {
        String word = stored.replaceFirst("(?s)\\(.*", "").toUpperCase(Locale.ROOT);
        if (stored.endsWith("]")) {
            return Optional.of(KqlType.DYNAMIC);
        }
        return Optional.ofNullable(
                switch (word) {
                    case "BOOLEAN" -> KqlType.BOOL;
                    case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT" -> KqlType.INT;
                    case "BIGINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT" -> KqlType.LONG;
                    case "FLOAT", "DOUBLE" -> KqlType.REAL;
                    case "DECIMAL" -> KqlType.DECIMAL;
                    // A column of nulls alone may have any type.
                    case "VARCHAR", "ENUM", "\"NULL\"", "NULL" -> KqlType.STRING;
                    case "DATE",
                            "TIMESTAMP",
                            "TIMESTAMP_S",
                            "TIMESTAMP_MS",
                            "TIMESTAMP_NS",
                            "TIMESTAMP WITH TIME ZONE" -> KqlType.DATETIME;
                    case "TIME" -> KqlType.TIMESPAN;
                    case "UUID" -> KqlType.GUID;
                    case "JSON", "STRUCT", "MAP" -> KqlType.DYNAMIC;
                    default -> null;
                });
    }

    /**
     * The value at which the rows stand.
     *
     * @param wanted the type that it has to have
     * @param row the row's number, for messages
     */
    Value cell(ResultSet result, KqlType wanted, int row) throws SQLException, InputException {
        Object given = type == KqlType.DATETIME && stored.startsWith("TIMESTAMP") && !stored.endsWith("ZONE")
                // A timestamp of `java.sql` depends on the machine's time zone.
                ? result.getObject(place, LocalDateTime.class)
                : result.getObject(place);
        if (given == null) {
            return CellReader.nullOf(wanted);
        }
        // A text in a dynamic column is JSON, as Kusto itself exports such columns.
        Optional<Value> value = type == KqlType.STRING && wanted == KqlType.DYNAMIC
                ? CellReader.of(given.toString(), wanted)
                : ParquetValues.of(given).flatMap(own -> ColumnFit.fit(own, wanted));
        return value.orElseThrow(() -> new InputException("row " + row + ": `" + given + "` of the column `" + name
                + "`, a " + stored + ", cannot be a " + wanted.word() + " as it is"));
    }
}
