package dev.kqlift.evaluation;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
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

    private final Random random;
    private final EventValues values;
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
        this.values = new EventValues(random, now);
        this.indicators = List.copyOf(indicators);
        Map<ColumnId, DynamicShapes.Shape> byColumn = DynamicShapes.of(query);
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        for (Relation relation : Trees.relations(roots)) {
            for (Column column : relation.columns()) {
                DynamicShapes.Shape shape = byColumn.get(column.id());
                if (shape != null) {
                    sourceName(relation).ifPresent(name -> shapes.putIfAbsent(name + "." + column.name(), shape));
                }
            }
        }
    }

    private static Optional<String> sourceName(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> Optional.of(scan.table());
            case Relation.FunctionScan scan
            when scan.function().equals("_GetWatchlist")
                    && !scan.arguments().isEmpty()
                    && scan.arguments().getFirst() instanceof Scalar.Constant(Value.Text(var alias), var origin) ->
                Optional.of(alias);
            case Relation.FunctionScan scan -> Optional.of(scan.function());
            case Relation.External external -> external.locations().stream().findFirst();
            default -> Optional.empty();
        };
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
        for (int file = 0; file < EventValues.FILES; file++) {
            List<Value> row = new ArrayList<>(columns.size());
            for (TableSchema.ColumnSchema column : columns) {
                Optional<String> hash = EventValues.hash(column.name().toLowerCase(Locale.ROOT), file);
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
        String place = table + "." + column.name();
        DynamicShapes.Shape shape = shapes.getOrDefault(place, new DynamicShapes.Shape());
        boolean always = shape.most() > 0
                || shape.steps().containsKey(DynamicShapes.XML)
                || shape.contents().contains(Content.NAME);
        // What columns are made of, and the XML of an event, is there in every row.
        if (random.nextInt(20) == 0 && !always) {
            return Nulls.of(column.type());
        }
        if (!shape.steps().isEmpty() && (random.nextInt(8) > 0 || always)) {
            Value value = new ShapedEvents(random, (part, name) -> leaf(part, place, name)).value(shape);
            return shape.steps().containsKey(DynamicShapes.XML) || column.type() == KqlType.DYNAMIC
                    ? value
                    : new Value.Text(ValueText.json(value));
        }
        List<Value> candidates = sought && random.nextInt(8) > 0 ? sought(table, column, shape) : List.of();
        return candidates.isEmpty() ? any(column, shape.content()) : candidates.get(random.nextInt(candidates.size()));
    }

    // ---- what the query looks for

    private List<Value> sought(String table, TableSchema.ColumnSchema column, DynamicShapes.Shape shape) {
        String place = table + "." + column.name();
        Content content = shape.content().orElse(Content.TEXT);
        List<Value> candidates = new ArrayList<>();
        for (Indicator indicator : indicators) {
            boolean asked = indicator.columns().contains(place)
                    || ParserEvents.asks(indicator, table, column.name())
                    || table.equals(FileProfile.FUNCTION) && indicator.field().equals(column.name());
            if (asked && namesValues(indicator)) {
                for (String value : indicator.values()) {
                    CellReader.of(spelled(matching(indicator, value, content), column.type()), column.type())
                            .ifPresent(candidates::add);
                }
            }
        }
        if (candidates.isEmpty()) {
            for (Value constant : shape.constants()) {
                CellReader.of(spelled(ValueText.of(constant), column.type()), column.type())
                        .ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Whether its constants are values that the query looks for. */
    private static boolean namesValues(Indicator indicator) {
        return !indicator.negated()
                && switch (indicator.kind()) {
                    case IS_NULL, IS_NOT_NULL, IS_TRUE -> false;
                    case EQ, NE, IN, MATCH, CONTAINS, STARTS_WITH, ENDS_WITH, REGEX_MATCH, CIDR_MATCH -> true;
                    case GT, GE, LT, LE, BETWEEN -> true;
                };
    }

    private Value leaf(DynamicShapes.Shape shape, String place, String name) {
        Content content = shape.content().orElse(Content.TEXT);
        List<Value> known = new ArrayList<>();
        for (Indicator indicator : indicators) {
            boolean asked = indicator.columns().contains(place)
                    && (indicator.field().equals(name) || indicator.field().endsWith("." + name));
            if (asked && namesValues(indicator)) {
                indicator
                        .values()
                        .forEach(value -> typed(matching(indicator, value, content), content)
                                .ifPresent(known::add));
            }
        }
        if (known.isEmpty()) {
            shape.constants()
                    .forEach(value -> typed(ValueText.of(value), content).ifPresent(known::add));
        }
        return known.isEmpty() || random.nextInt(4) == 0
                ? values.of(content, name)
                : known.get(random.nextInt(known.size()));
    }

    /** A constant as a member of a bag holds it. */
    private static Optional<Value> typed(String value, Content content) {
        return switch (content) {
            case BOOL -> CellReader.of(value, KqlType.BOOL);
            case WHOLE -> CellReader.of(value, KqlType.LONG);
            case REAL -> CellReader.of(value, KqlType.REAL);
            case ARRAY, BAG -> CellReader.of(value, KqlType.DYNAMIC);
            case DATETIME,
                    TIMESPAN,
                    GUID,
                    ADDRESS,
                    URL,
                    URL_QUERY,
                    PATH,
                    COMMAND_LINE,
                    BASE64,
                    VERSION,
                    XML,
                    REGEX,
                    NAME,
                    TEXT -> Optional.of(new Value.Text(value));
        };
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
    private String matching(Indicator indicator, String value, Content content) {
        boolean around = random.nextInt(3) == 0;
        return switch (indicator.kind()) {
            case MATCH, CONTAINS ->
                content != Content.TEXT ? values.around(content, value) : around ? "x " + value + " y" : value;
            case STARTS_WITH -> around ? value + " y" : value;
            case ENDS_WITH -> around ? "x " + value : value;
            case CIDR_MATCH -> value.replaceAll("/.*", "");
            case EQ, NE, IN, REGEX_MATCH, GT, GE, LT, LE, BETWEEN, IS_NULL, IS_NOT_NULL, IS_TRUE -> value;
        };
    }

    // ---- anything

    private Value any(TableSchema.ColumnSchema column, Optional<Content> content) {
        String name = column.name();
        return switch (column.type()) {
            case BOOL -> new Value.Bool(random.nextBoolean());
            case INT -> new Value.Whole(random.nextInt(100), KqlType.INT);
            case LONG -> new Value.Whole(random.nextInt(5000), KqlType.LONG);
            case REAL -> new Value.Real(random.nextInt(1000) / 8.0);
            case DECIMAL -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(1000), 2));
            case STRING, UNKNOWN -> new Value.Text(values.text(content.orElse(Content.TEXT), name));
            case DATETIME -> new Value.DateTime(values.instant());
            case TIMESPAN -> new Value.TimeSpan(MINUTE * random.nextInt(500));
            case GUID -> new Value.Guid("00000000-0000-0000-0000-00000000000" + random.nextInt(10));
            case DYNAMIC -> content.map(used -> values.of(used, name)).orElseGet(values::dynamic);
        };
    }
}
