package dev.kqlift.evaluation;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes events for a query: rows of the tables that it reads, in which many cells hold what the query looks for. The same
 * seed gives the same events.
 */
public final class EventGenerator {
    private static final long MINUTE = 600_000_000L;
    private static final List<String> WORDS =
            List.of("alpha", "Bravo", "charlie delta", "echo-7", "", "FOXTROT.exe", "golf@contoso.example", "10.1.2.3");

    private final Random random;
    private final long now;
    private final List<Indicator> indicators;

    /**
     * @param now the instant in ticks before which the events happen
     * @param indicators what the query looks for
     */
    public EventGenerator(long seed, long now, List<Indicator> indicators) {
        this.random = new Random(seed);
        this.now = now;
        this.indicators = List.copyOf(indicators);
    }

    /** Rows of a table. */
    public LocalTable events(TableSchema table, int rows) {
        List<List<Value>> events = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            boolean sought = random.nextInt(4) > 0;
            List<Value> row = new ArrayList<>(table.columns().size());
            for (TableSchema.ColumnSchema column : table.columns()) {
                row.add(cell(table.name(), column, sought));
            }
            events.add(row);
        }
        return new LocalTable(table.columns(), events);
    }

    private Value cell(String table, TableSchema.ColumnSchema column, boolean sought) {
        if (random.nextInt(20) == 0) {
            return Nulls.of(column.type());
        }
        List<Value> candidates = sought && random.nextInt(8) > 0 ? sought(table, column) : List.of();
        return candidates.isEmpty() ? any(column.type()) : candidates.get(random.nextInt(candidates.size()));
    }

    // ---- what the query looks for

    private List<Value> sought(String table, TableSchema.ColumnSchema column) {
        List<Value> candidates = new ArrayList<>();
        Map<String, Value> members = new LinkedHashMap<>();
        String place = table + "." + column.name();
        for (Indicator indicator : indicators) {
            if (!indicator.columns().contains(place) || indicator.negated()) {
                continue;
            }
            List<String> path = List.of(indicator.field().split("\\."));
            boolean inside = column.type() == KqlType.DYNAMIC && path.size() > 1;
            for (String value : indicator.values()) {
                if (inside) {
                    nest(members, path.subList(1, path.size()), new Value.Text(matching(indicator, value)));
                } else {
                    CellReader.of(matching(indicator, value), column.type()).ifPresent(candidates::add);
                }
            }
        }
        if (!members.isEmpty()) {
            candidates.add(new Value.Bag(members));
        }
        return candidates;
    }

    /** A text that the test of an indicator takes, as far as that is simple. */
    private String matching(Indicator indicator, String value) {
        boolean around = random.nextInt(3) == 0;
        return switch (indicator.kind()) {
            case MATCH, CONTAINS -> around ? "x " + value + " y" : value;
            case STARTS_WITH -> around ? value + " y" : value;
            case ENDS_WITH -> around ? "x " + value : value;
            case CIDR_MATCH -> value.replaceAll("/.*", "");
            case EQ, NE, IN, REGEX_MATCH, GT, GE, LT, LE, BETWEEN, IS_NULL, IS_NOT_NULL, IS_TRUE -> value;
        };
    }

    private static void nest(Map<String, Value> into, List<String> path, Value value) {
        if (path.size() == 1) {
            into.put(path.getFirst(), value);
            return;
        }
        Map<String, Value> inner = new LinkedHashMap<>();
        if (into.get(path.getFirst()) instanceof Value.Bag(var entries)) {
            inner.putAll(entries);
        }
        nest(inner, path.subList(1, path.size()), value);
        into.put(path.getFirst(), new Value.Bag(inner));
    }

    // ---- anything

    private Value any(KqlType type) {
        return switch (type) {
            case BOOL -> new Value.Bool(random.nextBoolean());
            case INT -> new Value.Whole(random.nextInt(100), KqlType.INT);
            case LONG -> new Value.Whole(random.nextInt(5000), KqlType.LONG);
            case REAL -> new Value.Real(random.nextInt(1000) / 8.0);
            case DECIMAL -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(1000), 2));
            case STRING, UNKNOWN -> new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
            case DATETIME -> new Value.DateTime(now - MINUTE * random.nextInt(random.nextBoolean() ? 60 : 20_000));
            case TIMESPAN -> new Value.TimeSpan(MINUTE * random.nextInt(500));
            case GUID -> new Value.Guid("00000000-0000-0000-0000-00000000000" + random.nextInt(10));
            case DYNAMIC -> dynamic();
        };
    }

    private Value dynamic() {
        Value text = new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Value.Array(List.of(text, new Value.Text("india")));
            case 3, 4, 5 -> new Value.Array(List.of(new Value.Bag(Map.of("Name", text))));
            case 6 -> new Value.Array(List.of());
            default -> new Value.Bag(new LinkedHashMap<>(Map.of("Name", text)));
        };
    }
}
