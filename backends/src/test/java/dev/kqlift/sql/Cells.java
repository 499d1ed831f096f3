package dev.kqlift.sql;

import dev.kqlift.types.KqlType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells in a form in which equal values are equal: real numbers to nine digits, instants and lengths of time in ticks. */
final class Cells {
    private static final Pattern SPAN = Pattern.compile("(-)?(?:(\\d+)\\.)?(\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,7}))?");

    private Cells() {}

    /** The form of an expected cell. */
    static String expected(@Nullable String cell, KqlType type, boolean setOrder) {
        if (type == KqlType.STRING) {
            return cell == null ? "" : cell;
        }
        if (cell == null || cell.isEmpty()) {
            // The documentation's tables do not tell null from empty.
            return "null";
        }
        return switch (type) {
            case REAL, DECIMAL -> real(Double.parseDouble(cell));
            case DATETIME -> Long.toString(ticks(LocalDateTime.parse(cell.replace("Z", ""))));
            case TIMESPAN -> Long.toString(span(cell));
            case DYNAMIC -> json(Json.parse(cell), setOrder);
            case GUID -> cell.toLowerCase(Locale.ROOT);
            case BOOL, INT, LONG, STRING, UNKNOWN -> cell;
        };
    }

    /** The form of a cell that the target returned. */
    static String actual(@Nullable Object cell, KqlType type, boolean setOrder) {
        if (cell == null) {
            // A text that is null is a fault of ours, so it does not look like an empty one.
            return "null";
        }
        return switch (type) {
            case REAL, DECIMAL -> real(((Number) cell).doubleValue());
            case DATETIME -> Long.toString(ticks(((java.sql.Timestamp) cell).toLocalDateTime()));
            case DYNAMIC -> json(Json.parse(cell.toString()), setOrder);
            case BOOL, INT, LONG, STRING, GUID, TIMESPAN, UNKNOWN -> cell.toString();
        };
    }

    private static String real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return Double.toString(value + 0.0);
        }
        return String.format(Locale.ROOT, "%.8e", value);
    }

    private static long ticks(LocalDateTime time) {
        LocalDateTime origin = LocalDateTime.of(1, 1, 1, 0, 0);
        return ChronoUnit.SECONDS.between(origin, time) * Ticks.PER_SECOND + time.getNano() / 100;
    }

    private static long span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long days = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
        String fraction = matcher.group(6) == null ? "" : matcher.group(6);
        long ticks = days * Ticks.PER_DAY
                + Long.parseLong(matcher.group(3)) * Ticks.PER_HOUR
                + Long.parseLong(matcher.group(4)) * Ticks.PER_MINUTE
                + Long.parseLong(matcher.group(5)) * Ticks.PER_SECOND
                + Long.parseLong((fraction + "0000000").substring(0, 7));
        return matcher.group(1) == null ? ticks : -ticks;
    }

    private static String json(Object value, boolean setOrder) {
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(json(item, setOrder)));
            if (setOrder) {
                items.sort(Comparator.naturalOrder());
            }
            return items.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> entries = new TreeMap<>();
            map.forEach((key, item) -> entries.put((String) key, json(item, setOrder)));
            return entries.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    ? number.toBigInteger().toString()
                    : real(number.doubleValue());
        }
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}
