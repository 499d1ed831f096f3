package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.CellReader;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of few and odd values, many of them twice. The same seed gives the same rows. */
public final class RowGenerator {
    private static final int NULLS = 8;
    private static final int REPEATED = 4;

    private final ValuePools pools;

    /** @param pools the values that cells hold besides nulls */
    public RowGenerator(ValuePools pools) {
        this.pools = pools;
    }

    /** Up to so many rows for each of the tables, by their names. */
    public Map<String, LocalTable> tables(long seed, List<TableSchema> schemas, int mostRows) {
        Draws draws = new Draws(seed);
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        schemas.forEach(schema -> tables.put(schema.name(), rows(schema, draws.between(0, mostRows), draws)));
        return tables;
    }

    private LocalTable rows(TableSchema schema, int count, Draws draws) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!rows.isEmpty() && draws.oneIn(REPEATED)) {
                rows.add(draws.of(rows));
                continue;
            }
            List<Value> row = new ArrayList<>();
            schema.columns().forEach(column -> row.add(cell(column.type(), draws)));
            rows.add(row);
        }
        return new LocalTable(schema.columns(), rows);
    }

    private Value cell(KqlType type, Draws draws) {
        return draws.oneIn(NULLS) ? CellReader.nullOf(type) : draws.of(pools.of(type));
    }
}
