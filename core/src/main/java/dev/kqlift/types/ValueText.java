package dev.kqlift.types;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The text of a constant as the machine formats show it: the form in which Kusto prints the value, booleans in lower
 * case, dynamic values as compact JSON.
 */
public final class ValueText {
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long TICKS_PER_DAY = 86_400L * TICKS_PER_SECOND;
    /** Days from 0001-01-01, where ticks begin, to 1970-01-01. */
    private static final long EPOCH_DAY = 719_162L;
    /** Beyond so many places a decimal is shown with an exponent: {@code 1e999999999} written out would fill memory. */
    private static final int PLAIN_PLACES = 64;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private ValueText() {}

    /** The text of a value; a null is {@code null}, a text is itself. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Text text -> text.value();
            case Value.Bool bool -> bool.value() ? "true" : "false";
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Real real -> real(real.value());
            case Value.Decimal decimal -> decimal(decimal.value());
            case Value.DateTime instant -> dateTime(instant.ticks());
            case Value.TimeSpan span -> timeSpan(span.ticks());
            case Value.Guid guid -> guid.value();
            case Value.Array array -> json(array);
            case Value.Bag bag -> json(bag);
            case Value.Null ignored -> "null";
        };
    }

    /** The value as compact JSON, in which texts, instants and lengths of time stand in quotes. */
    public static String json(Value value) {
        StringBuilder out = new StringBuilder();
        appendJson(out, value);
        return out.toString();
    }

    /** ISO 8601 in UTC with seven decimals, from ticks of 100 ns since 0001-01-01. */
    public static String dateTime(long ticks) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(ticks, TICKS_PER_DAY) - EPOCH_DAY);
        long rest = Math.floorMod(ticks, TICKS_PER_DAY);
        StringBuilder out = new StringBuilder(28);
        if (date.getYear() < 0) {
            out.append('-');
        }
        padded(out, Math.abs(date.getYear()), 4);
        out.append('-');
        padded(out, date.getMonthValue(), 2);
        out.append('-');
        padded(out, date.getDayOfMonth(), 2);
        out.append('T');
        clock(out, rest / TICKS_PER_SECOND);
        out.append('.');
        padded(out, rest % TICKS_PER_SECOND, 7);
        return out.append('Z').toString();
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}, from ticks of 100 ns. */
    public static String timeSpan(long ticks) {
        // The sign is taken off after dividing: the smallest long has no positive counterpart.
        long days = Math.abs(ticks / TICKS_PER_DAY);
        long rest = Math.abs(ticks % TICKS_PER_DAY);
        StringBuilder out = new StringBuilder(24);
        if (ticks < 0) {
            out.append('-');
        }
        if (days != 0) {
            out.append(days).append('.');
        }
        clock(out, rest / TICKS_PER_SECOND);
        long fraction = rest % TICKS_PER_SECOND;
        if (fraction != 0) {
            out.append('.');
            padded(out, fraction, 7);
        }
        return out.toString();
    }

    /** The shortest form that reads back equal and reads as a real: {@code 2.5}, {@code 3.0}, {@code 1E-07}. */
    public static String real(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = shortest.unscaledValue().abs().toString();
        StringBuilder out = new StringBuilder(26);
        if (value < 0) {
            out.append('-');
        }
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('E').append(exponent < 0 ? '-' : '+');
        padded(out, Math.abs(exponent), 2);
        return out.toString();
    }

    private static String decimal(BigDecimal value) {
        return Math.abs((long) value.scale()) > PLAIN_PLACES ? value.toString() : value.toPlainString();
    }

    private static void clock(StringBuilder out, long seconds) {
        padded(out, seconds / 3600, 2);
        out.append(':');
        padded(out, seconds / 60 % 60, 2);
        out.append(':');
        padded(out, seconds % 60, 2);
    }

    private static void padded(StringBuilder out, long number, int width) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        out.append(digits);
    }

    private static void appendJson(StringBuilder out, Value value) {
        switch (value) {
            case Value.Text text -> quoted(out, text.value());
            case Value.DateTime instant -> quoted(out, dateTime(instant.ticks()));
            case Value.TimeSpan span -> quoted(out, timeSpan(span.ticks()));
            case Value.Guid guid -> quoted(out, guid.value());
            case Value.Bool bool -> out.append(bool.value());
            case Value.Whole whole -> out.append(whole.value());
            case Value.Real real -> appendReal(out, real.value());
            case Value.Decimal decimal -> out.append(decimal(decimal.value()));
            case Value.Array array -> appendArray(out, array.items());
            case Value.Bag bag -> appendBag(out, bag.entries());
            case Value.Null ignored -> out.append("null");
        }
    }

    private static void appendReal(StringBuilder out, double value) {
        // JSON has no number for these; Kusto writes them as text.
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            quoted(out, real(value));
        } else {
            out.append(real(value));
        }
    }

    private static void appendArray(StringBuilder out, List<Value> items) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            appendJson(out, items.get(i));
        }
        out.append(']');
    }

    private static void appendBag(StringBuilder out, Map<String, Value> entries) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            quoted(out, entry.getKey());
            out.append(':');
            appendJson(out, entry.getValue());
        }
        out.append('}');
    }

    private static void quoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
