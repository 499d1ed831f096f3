package dev.kqlift.execution.duckdb;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.execution.DuckDbSession;
import dev.kqlift.execution.Instants;
import dev.kqlift.ir.Column;
import dev.kqlift.sql.TableLayout;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts tables at hand into a session, in the form that emitted queries read. */
final class TableLoader {
    private final DuckDbSession session;

    TableLoader(DuckDbSession session) {
        this.session = session;
    }

    /** Makes a table and fills it. Gives the reason where a value cannot be held as it is; then there is no table. */
    Optional<String> load(TableLayout layout, LocalTable table) throws SQLException {
        List<Integer> places = places(layout, table);
        for (int i = 0; i < places.size(); i++) {
            Column column = layout.columns().get(i);
            int place = places.get(i);
            if (place >= 0 && !table.rows().stream().allMatch(row -> holds(row.get(place), column.type()))) {
                return Optional.of("DuckDB cannot hold a value of `" + column.name() + "` as it is");
            }
        }
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(layout.statement());
        }
        try (DuckDBAppender appender =
                session.driver().createAppender(DuckDBConnection.DEFAULT_SCHEMA, layout.table())) {
            for (List<Value> row : table.rows()) {
                append(appender, row, places, layout.columns());
            }
        }
        return Optional.empty();
    }

    private static void append(DuckDBAppender appender, List<Value> row, List<Integer> places, List<Column> columns)
            throws SQLException {
        appender.beginRow();
        if (places.isEmpty()) {
            appender.appendNull();
        }
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            if (place < 0) {
                appender.appendNull();
            } else {
                append(appender, row.get(place), columns.get(i).type());
            }
        }
        appender.endRow();
    }

    private static List<Integer> places(TableLayout layout, LocalTable table) {
        Map<String, Integer> places = new HashMap<>();
        List<TableSchema.ColumnSchema> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        List<Integer> result = new ArrayList<>();
        layout.columns().forEach(column -> result.add(places.getOrDefault(column.name(), -1)));
        return result;
    }

    /** Whether a column of the type holds the value as it is. */
    private static boolean holds(Value value, KqlType type) {
        if (value instanceof Value.Null) {
            return true;
        }
        if (type == KqlType.DYNAMIC) {
            return TableLayout.json(value).isPresent();
        }
        return value.type() == type
                && switch (value) {
                    case Value.Text text -> TableLayout.holds(text.value());
                    case Value.DateTime instant -> Instants.wholeMicroseconds(instant.ticks());
                    case Value.Bool ignored -> true;
                    case Value.Whole ignored -> true;
                    case Value.Real ignored -> true;
                    case Value.TimeSpan ignored -> true;
                    case Value.Guid ignored -> true;
                    case Value.Decimal ignored -> false;
                    case Value.Array ignored -> false;
                    case Value.Bag ignored -> false;
                    case Value.Null ignored -> true;
                };
    }

    private static void append(DuckDBAppender appender, Value value, KqlType type) throws SQLException {
        if (type == KqlType.DYNAMIC && !(value instanceof Value.Null)) {
            appender.append(TableLayout.json(value).orElseThrow());
            return;
        }
        switch (value) {
            case Value.Bool bool -> appender.append(bool.value());
            case Value.Whole whole when type == KqlType.INT -> appender.append((int) whole.value());
            case Value.Whole whole -> appender.append(whole.value());
            case Value.Real real -> appender.append(real.value());
            case Value.TimeSpan span -> appender.append(span.ticks());
            case Value.Guid guid -> appender.append(UUID.fromString(guid.value()));
            case Value.Text text -> appender.append(text.value());
            case Value.DateTime instant -> appender.appendEpochMicros(Instants.epochMicroseconds(instant.ticks()));
            case Value.Null ignored -> appender.appendNull();
            case Value.Decimal decimal -> throw unheld(decimal);
            case Value.Array array -> throw unheld(array);
            case Value.Bag bag -> throw unheld(bag);
        }
    }

    private static IllegalStateException unheld(Value value) {
        return new IllegalStateException(
                "no column of an emitted query's table holds a " + value.type().word());
    }
}
