package dev.kqlift.evaluation;

import dev.kqlift.semantic.LiteralValues;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Conversions from one type to another; what does not convert is the null of the type. */
final class Casts {
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    /** Clocks and units in another form than the documented one: {@code 25:00:00}, {@code 1d2h}. */
    private static final Pattern UNSURE_SPAN =
            Pattern.compile("(?i)\\s*[-+]?\\d(?:[-+.:\\ddhms\\s]*|.*\\d[a-z]+\\d.*)");

    private static final Pattern UNSURE_REAL = Pattern.compile("(?i)[-+]?(?:nan|inf|infinity)");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    private Casts() {}

    /** The value as one of a type. */
    static Value to(KqlType type, Value value, KqlType from, CallSite site) {
        return switch (type) {
            case BOOL -> bool(value, site);
            case INT -> whole(value, KqlType.INT, site);
            case LONG -> whole(value, KqlType.LONG, site);
            case REAL -> real(value, site);
            case DECIMAL -> decimal(value, site);
            case STRING -> new Value.Text(TextOf.certain(value, from, site));
            case DATETIME -> dateTime(value, site);
            case TIMESPAN -> timeSpan(value, site);
            case GUID -> guid(value, site);
            case DYNAMIC -> Nulls.isNull(value) ? Nulls.DYNAMIC : value;
            case UNKNOWN -> throw site.refuse("the type to convert to is not known");
        };
    }

    static Value bool(Value value, CallSite site) {
        return switch (value) {
            case Value.Bool truth -> truth;
            case Value.Whole(var number, var ignored) -> Logic.of(number != 0);
            case Value.Text(var text) -> bool(text, site);
            case Value.Null ignored -> Nulls.BOOL;
            case Value.Array ignored -> Nulls.BOOL;
            case Value.Bag ignored -> Nulls.BOOL;
            default -> throw cannot(value, KqlType.BOOL, site);
        };
    }

    private static Value bool(String text, CallSite site) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Logic.of(text.equalsIgnoreCase("true"));
        }
        if (HEX.matcher(text).matches()
                || text.startsWith("+") && INTEGER.matcher(text.substring(1)).matches()) {
            throw site.refuse("a number stands in hexadecimal form or with a plus sign");
        }
        return INTEGER.matcher(text).matches() ? Logic.of(new BigInteger(text).signum() != 0) : Nulls.BOOL;
    }

    /** The value as an {@code int} or {@code long}: reals are cut, and stop at the ends of the range. */
    static Value whole(Value value, KqlType type, CallSite site) {
        return switch (value) {
            // The engine keeps the lower 32 bits of a long.
            case Value.Whole(var number, var ignored) -> wholeOf(type == KqlType.INT ? (int) number : number, type);
            case Value.Bool(var truth) -> wholeOf(truth ? 1 : 0, type);
            case Value.Real(var number) -> wholeOf(number, type, site);
            case Value.Decimal(var number) -> wholeOf(number.doubleValue(), type, site);
            case Value.DateTime(var ticks) when type == KqlType.LONG -> wholeOf(ticks, type);
            case Value.TimeSpan(var ticks) when type == KqlType.LONG -> wholeOf(ticks, type);
            case Value.Text(var text) -> wholeOf(text, type, site);
            case Value.Null ignored -> Nulls.of(type);
            case Value.Array ignored -> Nulls.of(type);
            case Value.Bag ignored -> Nulls.of(type);
            default -> throw cannot(value, type, site);
        };
    }

    private static Value wholeOf(long number, KqlType type) {
        return new Value.Whole(number, type);
    }

    private static Value wholeOf(double number, KqlType type, CallSite site) {
        if (!Double.isFinite(number)) {
            if (Double.isNaN(number)) {
                throw site.refuse("NaN is converted to a whole number");
            }
            return Nulls.of(type);
        }
        return wholeOf(type == KqlType.INT ? (int) number : (long) number, type);
    }

    private static Value wholeOf(String text, KqlType type, CallSite site) {
        boolean hex = HEX.matcher(text).matches();
        if (hex || INTEGER.matcher(text).matches()) {
            BigInteger number = hex ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
            if (number.bitLength() < (type == KqlType.INT ? 32 : 64)) {
                return wholeOf(number.longValueExact(), type);
            }
            throw site.refuse("`" + text + "` does not fit into the type");
        }
        String trimmed = text.strip();
        if (INTEGER.matcher(trimmed.startsWith("+") ? trimmed.substring(1) : trimmed)
                        .matches()
                || HEX.matcher(trimmed).matches()) {
            throw site.refuse("a number stands with blanks or a plus sign");
        }
        return Nulls.of(type);
    }

    static Value real(Value value, CallSite site) {
        return switch (value) {
            case Value.Whole whole -> Numbers.ofReal(Numbers.real(whole));
            case Value.Real real -> real;
            case Value.Decimal decimal -> Numbers.ofReal(Numbers.real(decimal));
            case Value.Bool(var truth) -> Numbers.ofReal(truth ? 1 : 0);
            case Value.DateTime(var ticks) -> Numbers.ofReal((double) ticks);
            case Value.TimeSpan(var ticks) -> Numbers.ofReal((double) ticks);
            case Value.Text(var text) -> real(text.strip(), site);
            case Value.Null ignored -> Nulls.of(KqlType.REAL);
            case Value.Array ignored -> Nulls.of(KqlType.REAL);
            case Value.Bag ignored -> Nulls.of(KqlType.REAL);
            default -> throw cannot(value, KqlType.REAL, site);
        };
    }

    private static Value real(String text, CallSite site) {
        if (REAL.matcher(text).matches()) {
            return Numbers.ofReal(Double.parseDouble(text));
        }
        return switch (text) {
            case "NaN", "nan" -> Numbers.ofReal(Double.NaN);
            case "inf", "Inf", "+inf", "Infinity", "+Infinity" -> Numbers.ofReal(Double.POSITIVE_INFINITY);
            case "-inf", "-Infinity" -> Numbers.ofReal(Double.NEGATIVE_INFINITY);
            case "INF" -> Nulls.of(KqlType.REAL);
            default -> {
                if (UNSURE_REAL.matcher(text).matches()) {
                    throw site.refuse("a special number stands in another spelling");
                }
                if (HEX.matcher(text).matches()
                        || text.toLowerCase(Locale.ROOT).matches("[-+]?\\d[\\d,]*(?:\\.\\d+)?")) {
                    throw site.refuse("a number stands in hexadecimal form or with commas");
                }
                yield Nulls.of(KqlType.REAL);
            }
        };
    }

    static Value decimal(Value value, CallSite site) {
        return switch (value) {
            case Value.Whole whole -> new Value.Decimal(Numbers.decimal(whole));
            case Value.Decimal decimal -> decimal;
            case Value.Real(var number) when Double.isFinite(number) -> new Value.Decimal(BigDecimal.valueOf(number));
            case Value.Bool(var truth) -> new Value.Decimal(truth ? BigDecimal.ONE : BigDecimal.ZERO);
            case Value.Text(var text) -> decimal(text, site);
            case Value.Null ignored -> Nulls.of(KqlType.DECIMAL);
            default -> throw cannot(value, KqlType.DECIMAL, site);
        };
    }

    private static Value decimal(String text, CallSite site) {
        if (REAL.matcher(text).matches() && text.length() < 40) {
            return new Value.Decimal(new BigDecimal(text));
        }
        if (NumberText.looksLikeNumber(text) || text.matches("[-+]?\\d[\\d,]*(?:\\.\\d+)?")) {
            throw site.refuse("whether `" + text + "` is read as a decimal is not certain");
        }
        return Nulls.of(KqlType.DECIMAL);
    }

    static Value dateTime(Value value, CallSite site) {
        return switch (value) {
            case Value.DateTime instant -> instant;
            case Value.Whole(var ticks, var ignored) -> Instants.of(ticks);
            case Value.Text(var text) -> DateText.read(text, site);
            case Value.Null ignored -> Nulls.of(KqlType.DATETIME);
            case Value.Array ignored -> Nulls.of(KqlType.DATETIME);
            case Value.Bag ignored -> Nulls.of(KqlType.DATETIME);
            default -> throw cannot(value, KqlType.DATETIME, site);
        };
    }

    static Value timeSpan(Value value, CallSite site) {
        return switch (value) {
            case Value.TimeSpan span -> span;
            case Value.Text(var text) -> timeSpan(text, site);
            case Value.Null ignored -> Nulls.of(KqlType.TIMESPAN);
            default -> throw cannot(value, KqlType.TIMESPAN, site);
        };
    }

    private static Value timeSpan(String text, CallSite site) {
        if (text.matches("[-+]?\\d+")) {
            throw site.refuse("a number without a unit is converted to a timespan");
        }
        if (text.matches("[-+]?\\d*\\.\\d*")) {
            return Nulls.of(KqlType.TIMESPAN);
        }
        Value span = LiteralValues.timeSpan(text);
        if (span instanceof Value.Null && UNSURE_SPAN.matcher(text).matches()) {
            throw site.refuse("whether `" + text + "` is read as a length of time is not certain");
        }
        return span;
    }

    static Value guid(Value value, CallSite site) {
        return switch (value) {
            case Value.Guid guid -> guid;
            case Value.Text(var text) -> guid(text, site);
            case Value.Null ignored -> Nulls.of(KqlType.GUID);
            default -> throw cannot(value, KqlType.GUID, site);
        };
    }

    private static Value guid(String text, CallSite site) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!GUID.matcher(lower).matches()) {
            String bare = lower.strip();
            if (bare.length() > 2
                    && GUID.matcher(bare.replaceAll("^[({]|[)}]$", "")).matches()) {
                throw site.refuse("a guid stands in brackets or between blanks");
            }
            return Nulls.of(KqlType.GUID);
        }
        String digits = lower.replace("-", "");
        return new Value.Guid(String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20)));
    }

    private static NotEvaluated cannot(Value value, KqlType type, CallSite site) {
        return site.refuse("a " + value.type().word() + " is converted to a " + type.word());
    }
}
