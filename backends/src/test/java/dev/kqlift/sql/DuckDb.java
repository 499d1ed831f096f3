package dev.kqlift.sql;

import dev.kqlift.execution.DuckDbSession;
import dev.kqlift.types.KqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The session that local runs have, for tests that look at what is emitted. */
final class DuckDb implements AutoCloseable {
    private final DuckDbSession session;
    private final Connection connection;

    DuckDb() {
        try {
            session = DuckDbSession.open(List.of(), DuckDbSession.MEMORY);
            connection = session.connection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The names and rows of a query, cells by the types given. */
    record Table(List<String> names, List<List<String>> rows) {}

    Table query(String sql, List<KqlType> types, boolean setOrder) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            int count = result.getMetaData().getColumnCount();
            for (int i = 1; i <= count; i++) {
                names.add(result.getMetaData().getColumnLabel(i));
            }
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    KqlType type = i <= types.size() ? types.get(i - 1) : KqlType.UNKNOWN;
                    row.add(Cells.actual(result.getObject(i), type, setOrder));
                }
                rows.add(row);
            }
            return new Table(names, rows);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
