package dev.kqlift.execution;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * An engine in memory, in UTC, with one thread, so that the same input gives the same output. It opens no file but those
 * that it is told of, loads no extension, writes nothing, and no statement can change any of that.
 */
public final class DuckDbSession implements AutoCloseable {
    /** How much memory a session takes before it gives up. */
    public static final String MEMORY = "2GB";

    private static final String NO_START = "DuckDB does not start on this machine";

    private final Connection connection;

    private DuckDbSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a session.
     *
     * @param files those that it may read
     * @param memory the limit, as DuckDB writes sizes
     */
    public static DuckDbSession open(List<Path> files, String memory) throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = " + text(memory));
            statement.execute("SET temp_directory = ''");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET allowed_paths = [" + allowed(files) + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new DuckDbSession(connection);
    }

    /** The driver brings native code, which not every machine takes. */
    private static Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (LinkageError | IllegalStateException e) {
            throw new SQLException(NO_START, e);
        }
    }

    /** The form in which a file is named that is read as it is, whatever wildcards its name has. */
    static String literalPath(Path file) {
        return file.toString().replaceAll("[\\[*?]", "[$0]");
    }

    private static String allowed(List<Path> files) {
        Set<String> paths = new LinkedHashSet<>();
        for (Path file : files) {
            paths.add(file.toString());
            paths.add(literalPath(file));
        }
        return paths.stream().map(DuckDbSession::text).collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The connection, which this session closes. */
    public Connection connection() {
        return connection;
    }

    /** The connection as the driver knows it. */
    public DuckDBConnection driver() throws SQLException {
        return connection.unwrap(DuckDBConnection.class);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
