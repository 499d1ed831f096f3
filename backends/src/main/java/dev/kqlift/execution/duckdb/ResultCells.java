package dev.kqlift.execution.duckdb;

import dev.kqlift.evaluation.CellReader;
import dev.kqlift.execution.InputException;
import dev.kqlift.execution.Instants;
import dev.kqlift.execution.JsonReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.StringReader;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The rows of an emitted query as values of KQL: lengths of time are ticks there, dynamic values JSON. */
public final class ResultCells {
    private ResultCells() {}

    /**
     * The row at which a result stands.
     *
     * @param types those that the query has by KQL's rules
     */
    public static List<Value> row(ResultSet result, List<KqlType> types) throws SQLException {
        List<Value> row = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            row.add(cell(result, i + 1, types.get(i)));
        }
        return row;
    }

    private static Value cell(ResultSet result, int place, KqlType type) throws SQLException {
        Object given = type == KqlType.DATETIME
                // A timestamp of `java.sql` depends on the machine's time zone.
                ? result.getObject(place, LocalDateTime.class)
                : result.getObject(place);
        if (given == null) {
            return CellReader.nullOf(type);
        }
        return switch (type) {
            case BOOL -> new Value.Bool((Boolean) given);
            case INT, LONG -> new Value.Whole(whole(given), type);
            case REAL -> new Value.Real(((Number) given).doubleValue());
            case STRING -> new Value.Text(given.toString());
            case DATETIME -> new Value.DateTime(Instants.ticks((LocalDateTime) given));
            case TIMESPAN -> new Value.TimeSpan(whole(given));
            case GUID -> new Value.Guid(given.toString());
            case DYNAMIC -> json(given.toString());
            case DECIMAL, UNKNOWN -> throw new SQLException("a result of type " + type.word() + " is not read");
        };
    }

    private static long whole(Object number) {
        return number instanceof BigInteger large ? large.longValueExact() : ((Number) number).longValue();
    }

    private static Value json(String text) throws SQLException {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            return json.next().orElseGet(() -> CellReader.nullOf(KqlType.DYNAMIC));
        } catch (InputException e) {
            throw new SQLException("a dynamic value is no JSON: " + e.getMessage(), e);
        }
    }
}
