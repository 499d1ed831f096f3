package dev.kqlift.semantic;

import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of literals. A text that is no value of its type is the type's null, as in the engine. */
public final class LiteralValues {
    static final long TICKS_PER_SECOND = 10_000_000L;
    static final long TICKS_PER_DAY = 86_400L * TICKS_PER_SECOND;
    private static final BigDecimal TICKS_PER_NANOSECOND = new BigDecimal("0.01");
    private static final long EPOCH_DAY_OF_TICK_ZERO = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long MAX_DATETIME =
            (LocalDate.of(10000, 1, 1).toEpochDay() - EPOCH_DAY_OF_TICK_ZERO) * TICKS_PER_DAY - 1;

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?(?:[T ]\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7})\\d*)?)?)?\\s*(Z|GMT|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMERICAN = Pattern.compile(
            "(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})(?:\\s+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7})\\d*)?)?\\s*(AM|PM)?)?\\s*Z?",
            Pattern.CASE_INSENSITIVE);
    /** RFC 822 with blanks in the date, RFC 850 with hyphens; the year has two digits. */
    private static final Pattern MAIL = Pattern.compile(
            "(?:([A-Z][a-z]+), )?(\\d{1,2})([ -])([A-Z][a-z]{2})\\3(\\d{2}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: GMT)?");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** From here on two digits may mean the last century. */
    private static final int FIRST_UNCERTAIN_YEAR = 30;

    private static final Pattern CLOCK =
            Pattern.compile("(-)?(?:(\\d+)\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7})\\d*)?)?");
    private static final Pattern UNITS =
            Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*([a-z]+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    private LiteralValues() {}

    /** The value; empty for a date, a length of time or a whole number in a form that is not known here. */
    static Optional<Value> of(Expression.Literal literal) {
        String text = content(literal.text());
        KqlType type = type(literal.kind());
        if (text.isEmpty() || "null".equalsIgnoreCase(text)) {
            return Optional.of(new Value.Null(type));
        }
        Value value = value(literal.kind(), text);
        boolean notRead = value instanceof Value.Null
                && (type == KqlType.DATETIME || type == KqlType.TIMESPAN || type.isInteger());
        return notRead ? Optional.empty() : Optional.of(value);
    }

    private static Value value(LiteralKind kind, String text) {
        return switch (kind) {
            case BOOL -> bool(text);
            case INT -> whole(text, KqlType.INT);
            case LONG -> whole(text, KqlType.LONG);
            case REAL -> real(text);
            case DECIMAL -> decimal(text);
            case DATETIME -> dateTime(text);
            case TIMESPAN -> timeSpan(text);
            case GUID -> guid(text);
            case NULL -> new Value.Null(KqlType.DYNAMIC);
        };
    }

    static KqlType type(LiteralKind kind) {
        return switch (kind) {
            case BOOL -> KqlType.BOOL;
            case INT -> KqlType.INT;
            case LONG -> KqlType.LONG;
            case REAL -> KqlType.REAL;
            case DECIMAL -> KqlType.DECIMAL;
            case DATETIME -> KqlType.DATETIME;
            case TIMESPAN -> KqlType.TIMESPAN;
            case GUID -> KqlType.GUID;
            case NULL -> KqlType.DYNAMIC;
        };
    }

    /** The text between the parentheses of {@code type(…)}, without quotes; other literals as they are. */
    private static String content(String literal) {
        int open = literal.indexOf('(');
        String text = open < 0
                ? literal
                : literal.substring(open + 1, literal.length() - 1).trim();
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1).trim() : text;
    }

    static Value bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> new Value.Bool(true);
            case "false", "0" -> new Value.Bool(false);
            default -> new Value.Null(KqlType.BOOL);
        };
    }

    static Value whole(String text, KqlType type) {
        try {
            boolean negative = text.startsWith("-");
            String digits = negative || text.startsWith("+") ? text.substring(1) : text;
            boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
            BigInteger number = hex ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
            long value = (negative ? number.negate() : number).longValueExact();
            if (type == KqlType.INT && value != (int) value) {
                return new Value.Null(type);
            }
            return new Value.Whole(value, type);
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return new Value.Null(type);
        }
    }

    static Value real(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> new Value.Real(Double.NaN);
            case "+inf", "inf" -> new Value.Real(Double.POSITIVE_INFINITY);
            case "-inf" -> new Value.Real(Double.NEGATIVE_INFINITY);
            default -> {
                try {
                    yield new Value.Real(
                            new BigDecimal(text.endsWith(".") ? text + "0" : text.replace(".e", ".0e")).doubleValue());
                } catch (NumberFormatException notANumber) {
                    yield new Value.Null(KqlType.REAL);
                }
            }
        };
    }

    static Value decimal(String text) {
        try {
            return new Value.Decimal(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return new Value.Null(KqlType.DECIMAL);
        }
    }

    static Value guid(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("{", "").replace("}", "");
        if (!GUID.matcher(lower).matches()) {
            return new Value.Null(KqlType.GUID);
        }
        String digits = lower.replace("-", "");
        return new Value.Guid(digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16)
                + "-" + digits.substring(16, 20) + "-" + digits.substring(20));
    }

    /** The instant of a text in one of the usual forms; the null of its type where it is in none of them. */
    public static Value dateTime(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                int day = iso.group(3) == null ? 1 : Integer.parseInt(iso.group(3));
                return ticks(
                        LocalDate.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), day),
                        number(iso.group(4)),
                        number(iso.group(5)),
                        number(iso.group(6)),
                        fraction(iso.group(7)) - offset(iso.group(8)));
            }
            Matcher american = AMERICAN.matcher(text);
            if (american.matches()) {
                int hour = number(american.group(4));
                String half = american.group(8);
                if (half != null) {
                    hour = hour % 12 + ("pm".equalsIgnoreCase(half) ? 12 : 0);
                }
                return ticks(
                        LocalDate.of(
                                Integer.parseInt(american.group(3)),
                                Integer.parseInt(american.group(1)),
                                Integer.parseInt(american.group(2))),
                        hour,
                        number(american.group(5)),
                        number(american.group(6)),
                        fraction(american.group(7)));
            }
            Matcher mail = MAIL.matcher(text);
            if (mail.matches()) {
                return mailDate(mail);
            }
        } catch (DateTimeException notADate) {
            return new Value.Null(KqlType.DATETIME);
        }
        return new Value.Null(KqlType.DATETIME);
    }

    /** A date as in the header of a mail; null where its day of the week is another or its century is not certain. */
    private static Value mailDate(Matcher mail) {
        int year = Integer.parseInt(mail.group(5));
        int month = MONTHS.indexOf(mail.group(4)) + 1;
        if (year >= FIRST_UNCERTAIN_YEAR || month == 0) {
            return new Value.Null(KqlType.DATETIME);
        }
        LocalDate date = LocalDate.of(2000 + year, month, Integer.parseInt(mail.group(2)));
        boolean hyphens = mail.group(3).equals("-");
        String day = date.getDayOfWeek().getDisplayName(hyphens ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
        return mail.group(1) == null || mail.group(1).equals(day)
                ? ticks(date, number(mail.group(6)), number(mail.group(7)), number(mail.group(8)), 0)
                : new Value.Null(KqlType.DATETIME);
    }

    private static Value ticks(LocalDate date, int hour, int minute, int second, long more) {
        LocalDateTime checked = date.atTime(hour, minute, second);
        long ticks = (date.toEpochDay() - EPOCH_DAY_OF_TICK_ZERO) * TICKS_PER_DAY
                + checked.toLocalTime().toSecondOfDay() * TICKS_PER_SECOND
                + more;
        return ticks < 0 || ticks > MAX_DATETIME ? new Value.Null(KqlType.DATETIME) : new Value.DateTime(ticks);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long fraction(String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "0000000").substring(0, 7));
    }

    private static long offset(String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        long minutes = Integer.parseInt(digits.substring(0, 2)) * 60L + Integer.parseInt(digits.substring(2));
        return (zone.charAt(0) == '-' ? -minutes : minutes) * 60 * TICKS_PER_SECOND;
    }

    /** The length of time of a text; the null of its type where it is none. */
    public static Value timeSpan(String text) {
        try {
            Matcher clock = CLOCK.matcher(text);
            if (clock.matches()) {
                // Whether 24 hours or 60 minutes are read as more of the next unit is not known.
                if (number(clock.group(3)) > 23 || number(clock.group(4)) > 59 || number(clock.group(5)) > 59) {
                    return new Value.Null(KqlType.TIMESPAN);
                }
                long ticks = (clock.group(2) == null
                                ? 0
                                : Math.multiplyExact(Long.parseLong(clock.group(2)), TICKS_PER_DAY))
                        + (number(clock.group(3)) * 3600L + number(clock.group(4)) * 60L + number(clock.group(5)))
                                * TICKS_PER_SECOND
                        + fraction(clock.group(6));
                return new Value.TimeSpan(clock.group(1) == null ? ticks : -ticks);
            }
            Matcher units = UNITS.matcher(text);
            if (units.matches()) {
                String unit = units.group(2) == null ? "d" : units.group(2).toLowerCase(Locale.ROOT);
                BigDecimal ticks = unit.startsWith("nano") ? TICKS_PER_NANOSECOND : BigDecimal.valueOf(unitTicks(unit));
                if (ticks.signum() > 0) {
                    return new Value.TimeSpan(new BigDecimal(units.group(1))
                            .multiply(ticks)
                            .toBigInteger()
                            .longValueExact());
                }
            }
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            return new Value.Null(KqlType.TIMESPAN);
        }
        return new Value.Null(KqlType.TIMESPAN);
    }

    private static long unitTicks(String unit) {
        return switch (unit) {
            case "d", "day", "days" -> TICKS_PER_DAY;
            case "h", "hr", "hrs", "hour", "hours" -> 3600 * TICKS_PER_SECOND;
            case "m", "min", "minute", "minutes" -> 60 * TICKS_PER_SECOND;
            case "s", "sec", "second", "seconds" -> TICKS_PER_SECOND;
            case "ms", "milli", "millis", "millisec", "millisecond", "milliseconds" -> TICKS_PER_SECOND / 1000;
            case "micro", "micros", "microsec", "microsecond", "microseconds" -> TICKS_PER_SECOND / 1_000_000;
            case "tick", "ticks" -> 1;
            default -> 0;
        };
    }

    /** A whole number of JSON; one that no long holds is a real, as in {@code parse_json()}. */
    private static Value jsonWhole(String text) {
        Value whole = whole(text, KqlType.LONG);
        return whole instanceof Value.Null ? real(text) : whole;
    }

    /** The value of a JSON literal. */
    static Value of(Expression.Json json) {
        return switch (json) {
            case Expression.Json.Array(var items) -> {
                List<Value> values = new ArrayList<>(items.size());
                for (Expression.Json item : items) {
                    values.add(of(item));
                }
                yield new Value.Array(values);
            }
            case Expression.Json.Bag(var members) -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                for (Expression.Json.Member member : members) {
                    entries.put(member.name(), of(member.value()));
                }
                yield new Value.Bag(entries);
            }
            case Expression.Json.Null() -> new Value.Null(KqlType.DYNAMIC);
            case Expression.Json.Scalar(var literal, var negative) -> {
                Value value = switch (literal) {
                    case Expression.StringLiteral text -> new Value.Text(text.value());
                    // The smallest long has no positive counterpart.
                    case Expression.Literal whole
                    when negative && whole.kind() == LiteralKind.LONG ->
                        ConstantFolder.negate(jsonWhole("-" + whole.text()));
                    case Expression.Literal whole when whole.kind() == LiteralKind.LONG -> jsonWhole(whole.text());
                    case Expression.Literal other -> of(other).orElse(new Value.Null(KqlType.DYNAMIC));
                    default -> new Value.Null(KqlType.DYNAMIC);
                };
                yield negative ? ConstantFolder.negate(value) : value;
            }
        };
    }
}
