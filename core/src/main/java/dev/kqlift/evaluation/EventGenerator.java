package dev.kqlift.evaluation;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes events for a query: rows of the tables that it reads, in which many cells hold what the query looks for. The same
 * seed gives the same events.
 */
public final class EventGenerator {
    private static final long MINUTE = 600_000_000L;
    private static final int FILES = 4;
    private static final List<String> WORDS =
            List.of("alpha", "Bravo", "charlie delta", "echo-7", "", "FOXTROT.exe", "golf@contoso.example", "10.1.2.3");

    private final Random random;
    private final long now;
    private final List<Indicator> indicators;
    /** What the query takes out of a column, by {@code Table.Column}. */
    private final Map<String, DynamicShapes.Shape> shapes = new LinkedHashMap<>();

    /**
     * @param now the instant in ticks before which the events happen
     * @param query the query that reads them
     * @param indicators what it looks for
     */
    public EventGenerator(long seed, long now, BoundQuery query, List<Indicator> indicators) {
        this.random = new Random(seed);
        this.now = now;
        this.indicators = List.copyOf(indicators);
        Map<ColumnId, DynamicShapes.Shape> byColumn = DynamicShapes.of(query);
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        for (Relation relation : Trees.relations(roots)) {
            if (relation instanceof Relation.TableScan scan) {
                for (Column column : scan.columns()) {
                    DynamicShapes.Shape shape = byColumn.get(column.id());
                    if (shape != null && !shape.steps().isEmpty()) {
                        shapes.put(scan.table() + "." + column.name(), shape);
                    }
                }
            }
        }
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

    /** Profiles of all files whose hashes stand in events, for {@code FileProfile()}. */
    public LocalTable profiles() {
        List<TableSchema.ColumnSchema> columns = FileProfile.schema().columns();
        List<List<Value>> profiles = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            List<Value> row = new ArrayList<>(columns.size());
            for (TableSchema.ColumnSchema column : columns) {
                Optional<String> hash = hash(column.name().toLowerCase(Locale.ROOT), file);
                row.add(hash.<Value>map(Value.Text::new).orElseGet(() -> cell(FileProfile.FUNCTION, column, true)));
            }
            profiles.add(row);
        }
        return new LocalTable(columns, profiles);
    }

    private Value cell(String table, TableSchema.ColumnSchema column, boolean sought) {
        Optional<String> usual = ParserEvents.usual(table, column.name());
        if (usual.isPresent()) {
            return new Value.Text(random.nextInt(4) > 0 ? usual.get() : "Other");
        }
        if (random.nextInt(20) == 0) {
            return Nulls.of(column.type());
        }
        DynamicShapes.Shape shape = shapes.get(table + "." + column.name());
        if (shape != null && random.nextInt(8) > 0) {
            Value value = shaped(shape, table + "." + column.name(), "");
            return column.type() == KqlType.DYNAMIC ? value : new Value.Text(ValueText.json(value));
        }
        List<Value> candidates = sought && random.nextInt(8) > 0 ? sought(table, column) : List.of();
        return candidates.isEmpty() ? any(column) : candidates.get(random.nextInt(candidates.size()));
    }

    // ---- what the query looks for

    private List<Value> sought(String table, TableSchema.ColumnSchema column) {
        List<Value> candidates = new ArrayList<>();
        String place = table + "." + column.name();
        for (Indicator indicator : indicators) {
            boolean asked = indicator.columns().contains(place)
                    || ParserEvents.asks(indicator, table, column.name())
                    || table.equals(FileProfile.FUNCTION) && indicator.field().equals(column.name());
            if (asked && !indicator.negated()) {
                for (String value : indicator.values()) {
                    CellReader.of(spelled(matching(indicator, value), column.type()), column.type())
                            .ifPresent(candidates::add);
                }
            }
        }
        return candidates;
    }

    /** A value in which the query finds what it asks for. */
    private Value shaped(DynamicShapes.Shape shape, String place, String name) {
        if (shape.steps().isEmpty()) {
            return leaf(place, name);
        }
        if (shape.steps().containsKey(DynamicShapes.ITEM)) {
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                items.add(shaped(shape.at(DynamicShapes.ITEM), place, name));
            }
            return new Value.Array(items);
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        shape.steps().forEach((step, inner) -> entries.put(step, shaped(inner, place, step)));
        return new Value.Bag(entries);
    }

    private Value leaf(String place, String name) {
        List<String> values = new ArrayList<>();
        for (Indicator indicator : indicators) {
            boolean asked = indicator.columns().contains(place)
                    && (indicator.field().equals(name) || indicator.field().endsWith("." + name));
            if (asked && !indicator.negated()) {
                indicator.values().forEach(value -> values.add(matching(indicator, value)));
            }
        }
        return new Value.Text(
                values.isEmpty() || random.nextInt(4) == 0
                        ? text(name.toLowerCase(Locale.ROOT))
                        : values.get(random.nextInt(values.size())));
    }

    /** Bools stand in texts as the engine writes them. */
    private static String spelled(String value, KqlType type) {
        return switch (value) {
            case "true" -> type == KqlType.STRING ? "True" : value;
            case "false" -> type == KqlType.STRING ? "False" : value;
            default -> value;
        };
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

    // ---- anything

    private Value any(TableSchema.ColumnSchema column) {
        return switch (column.type()) {
            case BOOL -> new Value.Bool(random.nextBoolean());
            case INT -> new Value.Whole(random.nextInt(100), KqlType.INT);
            case LONG -> new Value.Whole(random.nextInt(5000), KqlType.LONG);
            case REAL -> new Value.Real(random.nextInt(1000) / 8.0);
            case DECIMAL -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(1000), 2));
            case STRING, UNKNOWN -> new Value.Text(text(column.name().toLowerCase(Locale.ROOT)));
            case DATETIME -> new Value.DateTime(now - MINUTE * random.nextInt(random.nextBoolean() ? 60 : 20_000));
            case TIMESPAN -> new Value.TimeSpan(MINUTE * random.nextInt(500));
            case GUID -> new Value.Guid("00000000-0000-0000-0000-00000000000" + random.nextInt(10));
            case DYNAMIC -> dynamic();
        };
    }

    /** A text as columns of such a name hold it. */
    private String text(String name) {
        int number = random.nextInt(FILES);
        Optional<String> hash = hash(name, number);
        if (hash.isPresent()) {
            return hash.get();
        }
        if (name.contains("url") || name.contains("uri")) {
            return "https://host" + number + ".contoso.example/path/" + number + "?q=1";
        }
        if (name.endsWith("ip") || name.endsWith("ipv4") || name.contains("ipaddress") || name.contains("ipaddr")) {
            return number == 0 ? "10.1.2." + random.nextInt(9) : "203.0.113." + random.nextInt(9);
        }
        if (name.contains("folder") || name.contains("path")) {
            return "C:\\Users\\user" + number + "\\tool" + number + ".exe";
        }
        if (name.contains("commandline")) {
            return "tool" + number + ".exe -x value" + number;
        }
        if (name.endsWith("time") || name.contains("date")) {
            return "2024-05-3" + random.nextInt(2) + "T10:0" + number + ":00Z";
        }
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** The hash of one of a few files, where the column is one of hashes. */
    private static Optional<String> hash(String name, int file) {
        int length = name.endsWith("sha256") ? 64 : name.endsWith("sha1") ? 40 : name.endsWith("md5") ? 32 : 0;
        return length == 0
                ? Optional.empty()
                : Optional.of(Integer.toHexString(10 + file).repeat(length));
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
