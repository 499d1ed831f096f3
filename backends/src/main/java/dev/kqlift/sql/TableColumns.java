package dev.kqlift.sql;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The values in those columns of tables at hand that a query reads, each value once. A translation that knows them need not
 * put a condition on data to its reader. The values of a column are collected when they are first asked for.
 */
final class TableColumns {
    /** Tables of which nothing is known. */
    static final TableColumns UNKNOWN = new TableColumns();

    private final Map<ColumnId, Source> sources = new LinkedHashMap<>();
    private final Map<ColumnId, List<Scalar>> collected = new HashMap<>();

    private TableColumns() {}

    /** Where the values of a column stand; no place for a column that the rows do not have. */
    private record Source(LocalTable table, Optional<Integer> place, Column column) {
        List<Scalar> values() {
            Set<Value> values = new LinkedHashSet<>();
            if (place.isEmpty()) {
                values.add(CellReader.nullOf(column.type()));
            } else {
                table.rows().forEach(row -> values.add(row.get(place.get())));
            }
            List<Scalar> constants = new ArrayList<>(values.size());
            values.forEach(value -> constants.add(new Scalar.Constant(value, Origin.NONE)));
            return constants;
        }
    }

    static TableColumns of(Relation root, RequiredColumns required, TableSource data) {
        TableColumns result = new TableColumns();
        for (Relation relation : Trees.relations(List.of(root))) {
            if (relation instanceof Relation.TableScan scan) {
                data.table(scan.table()).ifPresent(table -> result.add(scan, table, required));
            }
        }
        return result;
    }

    private void add(Relation.TableScan scan, LocalTable table, RequiredColumns required) {
        for (Column column : scan.columns()) {
            if (required.needs(scan, column)) {
                sources.put(column.id(), new Source(table, place(table, column), column));
            }
        }
    }

    private static Optional<Integer> place(LocalTable table, Column column) {
        List<TableSchema.ColumnSchema> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column.name())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The values of a column; empty where they are not known. */
    Optional<List<Scalar>> values(ColumnId column) {
        Source source = sources.get(column);
        return source == null
                ? Optional.empty()
                : Optional.of(collected.computeIfAbsent(column, key -> source.values()));
    }

    /** Whether a condition holds for the values of all columns that are read. */
    boolean allHold(Predicate<Value> condition) {
        return sources.keySet().stream()
                .flatMap(column -> values(column).orElseThrow().stream())
                .allMatch(scalar -> scalar instanceof Scalar.Constant constant && condition.test(constant.value()));
    }
}
