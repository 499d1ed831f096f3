package dev.kqlift.sql;

import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.Value;
import java.util.Map;
import java.util.Optional;

/** Constants in the target's own form. The text of a rule enters the query here and nowhere else. */
final class SqlLiterals {
    private SqlLiterals() {}

    /** A text in single quotes. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The constant; empty where the target cannot hold it. */
    static Optional<Fragment> constant(Value value) {
        return switch (value) {
            case Value.Bool bool -> primary(bool.value() ? "TRUE" : "FALSE");
            case Value.Whole whole -> signed(whole.value());
            case Value.TimeSpan span -> signed(span.ticks());
            case Value.Real real -> real(real.value());
            case Value.Decimal decimal -> Optional.empty();
            case Value.Text text -> SqlNames.valid(text.value()) ? primary(text(text.value())) : Optional.empty();
            case Value.DateTime time ->
                // The target's timestamps have no seventh digit: the instant would be another one.
                Ticks.wholeMicroseconds(time.ticks())
                        ? primary("TIMESTAMP '" + Ticks.timestamp(time.ticks()) + "'")
                        : Optional.empty();
            case Value.Guid guid -> primary("CAST(" + text(guid.value()) + " AS UUID)");
            case Value.Array array -> json(array);
            case Value.Bag bag -> json(bag);
            case Value.Null none -> primary("CAST(NULL AS " + SqlTypes.name(none.type()) + ")");
        };
    }

    private static Optional<Fragment> primary(String text) {
        return Optional.of(new Fragment(text, SqlStrengths.PRIMARY));
    }

    private static Optional<Fragment> signed(long value) {
        if (value == Long.MIN_VALUE) {
            return primary("CAST('" + value + "' AS BIGINT)");
        }
        return Optional.of(new Fragment(Long.toString(value), value < 0 ? SqlStrengths.UNARY : SqlStrengths.PRIMARY));
    }

    private static Optional<Fragment> real(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return primary("CAST('" + value + "' AS DOUBLE)");
        }
        String digits = Double.toString(value);
        // Without an exponent the literal would be a decimal.
        String literal = digits.indexOf('E') >= 0 ? digits : digits + "e0";
        return Optional.of(
                new Fragment(literal, value < 0 || digits.startsWith("-") ? SqlStrengths.UNARY : SqlStrengths.PRIMARY));
    }

    private static Optional<Fragment> json(Value value) {
        return jsonText(value).map(text -> new Fragment("CAST(" + text(text) + " AS JSON)", SqlStrengths.PRIMARY));
    }

    /** A dynamic value as JSON; empty where the target cannot hold it. */
    static Optional<String> jsonText(Value value) {
        StringBuilder result = new StringBuilder();
        return appendJson(value, result) && SqlNames.valid(result.toString())
                ? Optional.of(result.toString())
                : Optional.empty();
    }

    private static boolean appendJson(Value value, StringBuilder out) {
        switch (value) {
            case Value.Bool bool -> out.append(bool.value());
            case Value.Whole whole -> out.append(whole.value());
            case Value.Text text -> quote(text.value(), out);
            case Value.Real real -> {
                if (Double.isNaN(real.value()) || Double.isInfinite(real.value())) {
                    return false;
                }
                out.append(real.value());
            }
            case Value.Array array -> {
                out.append('[');
                boolean first = true;
                for (Value item : array.items()) {
                    out.append(first ? "" : ",");
                    first = false;
                    if (!appendJson(item, out)) {
                        return false;
                    }
                }
                out.append(']');
            }
            case Value.Bag bag -> {
                out.append('{');
                boolean first = true;
                for (Map.Entry<String, Value> entry : bag.entries().entrySet()) {
                    out.append(first ? "" : ",");
                    first = false;
                    quote(entry.getKey(), out);
                    out.append(':');
                    if (!appendJson(entry.getValue(), out)) {
                        return false;
                    }
                }
                out.append('}');
            }
            case Value.Null none -> out.append("null");
            case Value.Decimal decimal -> {
                return false;
            }
            case Value.DateTime time -> {
                return false;
            }
            case Value.TimeSpan span -> {
                return false;
            }
            case Value.Guid guid -> {
                return false;
            }
        }
        return true;
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
