package dev.kqlift.execution;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/** What the driver gives for a cell, as a value of KQL that says the same; nothing where there is none. */
final class ParquetValues {
    private static final long NANOS_PER_TICK = 100;
    private static final int FIRST_YEAR_OF_ZONES = 1900;

    private ParquetValues() {}

    static Optional<Value> of(@Nullable Object given) {
        return switch (given) {
            case null -> Optional.of(new Value.Null(KqlType.DYNAMIC));
            case Boolean truth -> Optional.of(new Value.Bool(truth));
            case Byte number -> Optional.of(new Value.Whole(number, KqlType.INT));
            case Short number -> Optional.of(new Value.Whole(number, KqlType.INT));
            case Integer number -> Optional.of(new Value.Whole(number, KqlType.INT));
            case Long number -> Optional.of(new Value.Whole(number, KqlType.LONG));
            case BigInteger number
            when number.bitLength() < Long.SIZE -> Optional.of(new Value.Whole(number.longValueExact(), KqlType.LONG));
            case Float number -> Optional.of(new Value.Real(number));
            case Double number -> Optional.of(new Value.Real(number));
            case BigDecimal number -> Optional.of(new Value.Decimal(number));
            case String text -> Optional.of(new Value.Text(text));
            case UUID id -> Optional.of(new Value.Guid(id.toString()));
            case LocalDate date -> instant(date.atStartOfDay());
            case LocalDateTime time -> instant(time);
            case OffsetDateTime time ->
                instant(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
            case Timestamp time -> unmoved(time.toLocalDateTime()).flatMap(ParquetValues::instant);
            case LocalTime time -> span(time);
            default -> nested(given);
        };
    }

    private static Optional<Value> nested(Object given) {
        try {
            return switch (given) {
                case JsonNode json -> json(json.toString());
                case DuckDBStruct struct -> bag(struct.getMap());
                case Map<?, ?> map -> bag(map);
                case Array array -> array((Object[]) array.getArray());
                default -> Optional.empty();
            };
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> instant(LocalDateTime time) {
        return Instants.inRange(time) && Instants.wholeTicks(time)
                ? Optional.of(new Value.DateTime(Instants.ticks(time)))
                : Optional.empty();
    }

    private static Optional<Value> span(LocalTime time) {
        long nanos = time.toNanoOfDay();
        return nanos % NANOS_PER_TICK == 0 ? Optional.of(new Value.TimeSpan(nanos / NANOS_PER_TICK)) : Optional.empty();
    }

    /**
     * A time inside of a nested value, which the driver sends through the machine's time zone: an hour that the zone leaves
     * out in spring comes back as the next one, so that times in the next one are not known.
     */
    private static Optional<LocalDateTime> unmoved(LocalDateTime time) {
        ZoneId zone = ZoneId.systemDefault();
        if (zone.getRules().isFixedOffset()) {
            return Optional.of(time);
        }
        ZoneOffsetTransition before =
                zone.getRules().previousTransition(time.atZone(zone).toInstant().plusSeconds(1));
        boolean moved = time.getYear() < FIRST_YEAR_OF_ZONES
                || before != null
                        && before.isGap()
                        && time.isBefore(before.getDateTimeAfter().plus(before.getDuration()));
        return moved ? Optional.empty() : Optional.of(time);
    }

    private static Optional<Value> json(String text) {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            return json.next();
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> bag(Map<?, ?> given) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Optional<Value> value = of(entry.getValue()).flatMap(item -> ColumnFit.fit(item, KqlType.DYNAMIC));
            if (value.isEmpty() || !(entry.getKey() instanceof String key)) {
                return Optional.empty();
            }
            entries.put(key, value.get());
        }
        return Optional.of(new Value.Bag(entries));
    }

    private static Optional<Value> array(@Nullable Object[] given) {
        List<Value> items = new ArrayList<>(given.length);
        for (Object item : given) {
            Optional<Value> value = of(item).flatMap(inner -> ColumnFit.fit(inner, KqlType.DYNAMIC));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            items.add(value.get());
        }
        return Optional.of(new Value.Array(items));
    }
}
