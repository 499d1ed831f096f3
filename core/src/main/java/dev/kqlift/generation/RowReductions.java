package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samples with the same query over less: without a table, half of the rows, a row, a column; with a plainer cell. */
final class RowReductions {
    private RowReductions() {}

    /** The largest steps first. */
    static Stream<Sample> of(Sample sample) {
        Stream<Sample> withoutTable = sample.tables().keySet().stream().map(name -> {
            Map<String, LocalTable> fewer = new LinkedHashMap<>(sample.tables());
            fewer.remove(name);
            return new Sample(sample.query(), fewer);
        });
        Stream<Sample> changed = sample.tables().entrySet().stream()
                .flatMap(entry -> tables(entry.getValue()).map(table -> {
                    Map<String, LocalTable> other = new LinkedHashMap<>(sample.tables());
                    other.put(entry.getKey(), table);
                    return new Sample(sample.query(), other);
                }));
        return Stream.concat(withoutTable, changed);
    }

    private static Stream<LocalTable> tables(LocalTable table) {
        int rows = table.rows().size();
        Stream<LocalTable> halves = rows < 4
                ? Stream.empty()
                : Stream.of(
                        withRows(table, table.rows().subList(0, rows / 2)),
                        withRows(table, table.rows().subList(rows / 2, rows)));
        Stream<LocalTable> single =
                IntStream.range(0, rows).mapToObj(row -> withRows(table, without(table.rows(), row)));
        Stream<LocalTable> narrower = table.columns().size() < 2
                ? Stream.empty()
                : IntStream.range(0, table.columns().size()).mapToObj(column -> withoutColumn(table, column));
        Stream<LocalTable> plainer = IntStream.range(0, rows)
                .boxed()
                .flatMap(row -> IntStream.range(0, table.columns().size())
                        .boxed()
                        .flatMap(column -> plainerCells(table, row, column)));
        return Stream.of(halves, single, narrower, plainer).flatMap(stream -> stream);
    }

    private static LocalTable withRows(LocalTable table, List<List<Value>> rows) {
        return new LocalTable(table.columns(), rows);
    }

    private static LocalTable withoutColumn(LocalTable table, int column) {
        return new LocalTable(
                without(table.columns(), column),
                table.rows().stream().map(row -> without(row, column)).toList());
    }

    private static <T> List<T> without(List<T> items, int place) {
        List<T> fewer = new ArrayList<>(items);
        fewer.remove(place);
        return fewer;
    }

    private static Stream<LocalTable> plainerCells(LocalTable table, int row, int place) {
        ColumnSchema column = table.columns().get(place);
        Value cell = table.rows().get(row).get(place);
        List<Value> plain = plain(column.type());
        int rank = plain.indexOf(cell);
        return plain.subList(0, rank < 0 ? plain.size() : rank).stream().map(value -> {
            List<List<Value>> rows = new ArrayList<>(table.rows());
            List<Value> changed = new ArrayList<>(rows.get(row));
            changed.set(place, value);
            rows.set(row, changed);
            return withRows(table, rows);
        });
    }

    /** The plainest first. */
    private static List<Value> plain(KqlType type) {
        Value missing = CellReader.nullOf(type);
        return switch (type) {
            case STRING -> List.of(missing, new Value.Text("a"));
            case LONG, INT -> List.of(missing, new Value.Whole(0, type), new Value.Whole(1, type));
            case REAL -> List.of(missing, new Value.Real(0), new Value.Real(1));
            case BOOL -> List.of(missing, new Value.Bool(false), new Value.Bool(true));
            case DYNAMIC -> List.of(missing, new Value.Array(List.of()));
            case TIMESPAN -> List.of(missing, new Value.TimeSpan(0));
            case DATETIME, DECIMAL, GUID, UNKNOWN -> List.of(missing);
        };
    }
}
