package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a Parquet file, which DuckDB reads. */
final class ParquetFile {
    /** Folders whose names look like {@code key=value} add no columns. */
    private static final String ROWS =
            "SELECT * FROM read_parquet(?, hive_partitioning = false, union_by_name = false, filename = false)";

    private static final String SCHEMA = "SELECT name, num_children FROM parquet_schema(?)";

    private ParquetFile() {}

    /**
     * Reads a file. Columns that the table is known to have are of the types that it gives them, others of those that the
     * file states.
     */
    static LocalTable read(Path path, Optional<TableSchema> known) throws IOException, InputException {
        Path file = path.toRealPath();
        try (DuckDbSession session = DuckDbSession.open(List.of(file), DuckDbSession.MEMORY)) {
            List<String> names = names(session, file);
            try (PreparedStatement statement = session.connection().prepareStatement(ROWS)) {
                statement.setString(1, DuckDbSession.literalPath(file));
                try (ResultSet result = statement.executeQuery()) {
                    return table(result, columns(result.getMetaData(), names), known);
                }
            }
        } catch (SQLException e) {
            throw new InputException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("it is no Parquet file"));
        }
    }

    /** The names of the columns as the file has them: DuckDB gives new ones to those that differ only in case. */
    private static List<String> names(DuckDbSession session, Path file) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(SCHEMA)) {
            statement.setString(1, DuckDbSession.literalPath(file));
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return names;
                }
                // The elements stand one behind the other, each before its children; the first is the root.
                long inside = 0;
                while (result.next()) {
                    if (inside == 0) {
                        names.add(result.getString(1));
                    } else {
                        inside--;
                    }
                    inside += result.getLong(2);
                }
            }
        }
        return names;
    }

    private static List<ParquetColumn> columns(ResultSetMetaData data, List<String> names)
            throws SQLException, InputException {
        if (names.size() != data.getColumnCount()) {
            throw new InputException("its columns are not those of its schema");
        }
        Map<String, ParquetColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ParquetColumn column = ParquetColumn.of(names.get(i), i + 1, data.getColumnTypeName(i + 1));
            if (columns.put(column.name(), column) != null) {
                throw new InputException("two columns are called `" + column.name() + "`");
            }
        }
        return List.copyOf(columns.values());
    }

    private static LocalTable table(ResultSet result, List<ParquetColumn> given, Optional<TableSchema> known)
            throws SQLException, InputException {
        Map<String, KqlType> types = new LinkedHashMap<>();
        known.ifPresent(table -> table.columns().forEach(column -> types.put(column.name(), column.type())));
        Map<String, ParquetColumn> sources = new LinkedHashMap<>();
        for (ParquetColumn column : given) {
            types.putIfAbsent(column.name(), column.type());
            sources.put(column.name(), column);
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>(types.size());
        types.forEach((name, type) -> columns.add(new TableSchema.ColumnSchema(name, type)));
        List<List<Value>> rows = new ArrayList<>();
        while (result.next()) {
            List<Value> row = new ArrayList<>(columns.size());
            for (TableSchema.ColumnSchema column : columns) {
                ParquetColumn source = sources.get(column.name());
                row.add(
                        source == null
                                ? CellReader.nullOf(column.type())
                                : source.cell(result, column.type(), rows.size() + 1));
            }
            rows.add(row);
        }
        return new LocalTable(columns, rows);
    }
}
