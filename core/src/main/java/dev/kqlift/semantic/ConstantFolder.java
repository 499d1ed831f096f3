package dev.kqlift.semantic;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Works out expressions over constants, where the result is certain; otherwise leaves them alone. */
final class ConstantFolder {
    /** 9999-12-31T23:59:59.9999999Z in ticks. */
    private static final long LAST_INSTANT = 3_155_378_975_999_999_999L;

    private ConstantFolder() {}

    static Value negate(Value value) {
        return switch (value) {
            case Value.Whole(var number, var type) -> new Value.Whole(-number, type);
            case Value.Real(var number) -> new Value.Real(-number);
            case Value.Decimal(var number) -> new Value.Decimal(number.negate());
            case Value.TimeSpan(var ticks) -> new Value.TimeSpan(-ticks);
            case Value.Null isNull -> isNull;
            case Value.Bool other -> other;
            case Value.Text other -> other;
            case Value.DateTime other -> other;
            case Value.Guid other -> other;
            case Value.Array other -> other;
            case Value.Bag other -> other;
        };
    }

    static Optional<Value> arithmetic(ArithmeticOperator operator, Value left, Value right, KqlType type) {
        try {
            if (left instanceof Value.Whole(var a, var leftType)
                    && right instanceof Value.Whole(var b, var rightType)) {
                return whole(operator, a, b, type);
            }
            if (isNumber(left) && isNumber(right) && type == KqlType.REAL) {
                return real(operator, number(left), number(right));
            }
            return time(operator, left, right);
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    private static Optional<Value> whole(ArithmeticOperator operator, long a, long b, KqlType type) {
        return switch (operator) {
            case ADD -> Optional.of(new Value.Whole(Math.addExact(a, b), type));
            case SUBTRACT -> Optional.of(new Value.Whole(Math.subtractExact(a, b), type));
            case MULTIPLY -> Optional.of(new Value.Whole(Math.multiplyExact(a, b), type));
            case DIVIDE -> b == 0 || a == Long.MIN_VALUE ? Optional.empty() : Optional.of(new Value.Whole(a / b, type));
            case MODULO ->
                b == 0 || a == Long.MIN_VALUE || b == Long.MIN_VALUE
                        ? Optional.empty()
                        : Optional.of(new Value.Whole(Math.floorMod(a, Math.abs(b)), type));
        };
    }

    private static Optional<Value> real(ArithmeticOperator operator, double a, double b) {
        return switch (operator) {
            case ADD -> Optional.of(new Value.Real(a + b));
            case SUBTRACT -> Optional.of(new Value.Real(a - b));
            case MULTIPLY -> Optional.of(new Value.Real(a * b));
            case DIVIDE -> Optional.of(new Value.Real(a / b));
            case MODULO -> Optional.empty();
        };
    }

    private static Optional<Value> time(ArithmeticOperator operator, Value left, Value right) {
        if (left instanceof Value.TimeSpan(var a)) {
            if (right instanceof Value.TimeSpan(var b)) {
                return switch (operator) {
                    case ADD -> Optional.of(new Value.TimeSpan(Math.addExact(a, b)));
                    case SUBTRACT -> Optional.of(new Value.TimeSpan(Math.subtractExact(a, b)));
                    case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(new Value.Real((double) a / b));
                    case MULTIPLY, MODULO -> Optional.empty();
                };
            }
            if (right instanceof Value.Whole(var b, var ignored)) {
                return switch (operator) {
                    case MULTIPLY -> Optional.of(new Value.TimeSpan(Math.multiplyExact(a, b)));
                    // Whether a rest is cut or rounded is not known.
                    case DIVIDE -> b == 0 || a % b != 0 ? Optional.empty() : Optional.of(new Value.TimeSpan(a / b));
                    case ADD, SUBTRACT, MODULO -> Optional.empty();
                };
            }
            if (right instanceof Value.DateTime(var b) && operator == ArithmeticOperator.ADD) {
                return instant(Math.addExact(a, b));
            }
            return Optional.empty();
        }
        if (left instanceof Value.Whole(var a, var ignored)
                && right instanceof Value.TimeSpan(var b)
                && operator == ArithmeticOperator.MULTIPLY) {
            return Optional.of(new Value.TimeSpan(Math.multiplyExact(a, b)));
        }
        if (left instanceof Value.DateTime(var a)) {
            if (right instanceof Value.TimeSpan(var b)) {
                return switch (operator) {
                    case ADD -> instant(Math.addExact(a, b));
                    case SUBTRACT -> instant(Math.subtractExact(a, b));
                    case MULTIPLY, DIVIDE, MODULO -> Optional.empty();
                };
            }
            if (right instanceof Value.DateTime(var b) && operator == ArithmeticOperator.SUBTRACT) {
                return Optional.of(new Value.TimeSpan(Math.subtractExact(a, b)));
            }
        }
        return Optional.empty();
    }

    /** An instant that leaves the years 1 to 9999 is null. */
    private static Optional<Value> instant(long ticks) {
        return Optional.of(
                ticks < 0 || ticks > LAST_INSTANT ? new Value.Null(KqlType.DATETIME) : new Value.DateTime(ticks));
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Real;
    }

    private static double number(Value value) {
        return value instanceof Value.Whole(var number, var ignored) ? number : ((Value.Real) value).value();
    }

    /** Longer texts and lists are not folded: lets that double a constant would fill the memory. */
    private static final int LONGEST = 1 << 16;

    /** The value of a call of constants. */
    static Optional<Value> call(String function, List<Scalar> arguments) {
        List<Value> values = new ArrayList<>(arguments.size());
        for (Scalar argument : arguments) {
            if (!(argument instanceof Scalar.Constant(var value, var ignored))) {
                return Optional.empty();
            }
            values.add(value);
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Value first = values.get(0);
        return switch (function) {
            case "strcat" -> strcat(values);
            case "strcat_delim" -> TextFolder.join(values, LONGEST);
            case "replace_string" -> TextFolder.replaceString(values, LONGEST);
            case "substring" -> TextFolder.substring(values);
            case "trim" -> TextFolder.trim(values, true, true);
            case "trim_start" -> TextFolder.trim(values, true, false);
            case "trim_end" -> TextFolder.trim(values, false, true);
            case "tolower" -> ascii(first).map(text -> new Value.Text(text.toLowerCase(Locale.ROOT)));
            case "toupper" -> ascii(first).map(text -> new Value.Text(text.toUpperCase(Locale.ROOT)));
            case "tostring" -> tostring(first);
            case "todynamic", "parse_json", "parsejson" ->
                first.type() == KqlType.DYNAMIC ? Optional.of(first) : Optional.empty();
            case "toint" -> number(first, KqlType.INT);
            case "tolong" -> number(first, KqlType.LONG);
            case "todouble", "toreal" ->
                isNumber(first) ? Optional.of(new Value.Real(number(first))) : Optional.empty();
            case "todatetime" ->
                first instanceof Value.DateTime
                        ? Optional.of(first)
                        : text(first).map(LiteralValues::dateTime).flatMap(TextFolder::read);
            case "totimespan" ->
                first instanceof Value.TimeSpan
                        ? Optional.of(first)
                        // The engine takes a number without a unit for days in a literal, but not in a text.
                        : text(first)
                                .filter(text -> !text.matches("[-+]?[0-9]*\\.?[0-9]*"))
                                .map(LiteralValues::timeSpan)
                                .flatMap(TextFolder::read);
            case "pack_array" -> array(values);
            case "array_concat" -> concat(values);
            case "strlen" ->
                text(first).map(text -> new Value.Whole(text.codePointCount(0, text.length()), KqlType.LONG));
            case "array_length" ->
                first instanceof Value.Array(var items)
                        ? Optional.of(new Value.Whole(items.size(), KqlType.LONG))
                        : Optional.empty();
            case "split" -> values.size() == 2 ? split(values) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Upper and lower case are certain in ASCII only. */
    private static Optional<String> ascii(Value value) {
        return text(value).filter(text -> text.chars().allMatch(c -> c < 128));
    }

    /** An array of the values; a decimal is another value in an array than outside. */
    private static Optional<Value> array(List<Value> values) {
        boolean decimal = values.stream().anyMatch(Value.Decimal.class::isInstance);
        return decimal || size(values) > LONGEST ? Optional.empty() : Optional.of(new Value.Array(values));
    }

    /** How many values stand in a list of values, nested ones included; stops counting past the limit. */
    private static int size(List<Value> values) {
        int size = 0;
        for (Value value : values) {
            size += value instanceof Value.Array(var items) ? size(items) : 1;
            if (size > LONGEST) {
                return size;
            }
        }
        return size;
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Value> tostring(Value value) {
        return switch (value) {
            case Value.Text ignored -> Optional.of(value);
            case Value.Whole ignored -> Optional.of(new Value.Text(ValueText.of(value)));
            case Value.Guid ignored -> Optional.of(new Value.Text(ValueText.of(value)));
            // The engine writes a bool with a capital as text, though not in results.
            case Value.Bool bool -> Optional.of(new Value.Text(bool.value() ? "True" : "False"));
            case Value.Real ignored -> Optional.empty();
            case Value.Decimal ignored -> Optional.empty();
            case Value.DateTime ignored -> Optional.empty();
            case Value.TimeSpan ignored -> Optional.empty();
            case Value.Array ignored -> Optional.empty();
            case Value.Bag ignored -> Optional.empty();
            case Value.Null ignored -> Optional.empty();
        };
    }

    private static Optional<Value> number(Value value, KqlType type) {
        return switch (value) {
            case Value.Whole(var number, var ignored) ->
                // The engine keeps the lower 32 bits.
                Optional.of(new Value.Whole(type == KqlType.INT ? (int) number : number, type));
            case Value.Text(var text) ->
                text.matches("-?[0-9]{1,18}")
                        ? Optional.of(LiteralValues.whole(text, type)).flatMap(TextFolder::read)
                        : Optional.empty();
            case Value.Bool ignored -> Optional.empty();
            case Value.Real ignored -> Optional.empty();
            case Value.Decimal ignored -> Optional.empty();
            case Value.DateTime ignored -> Optional.empty();
            case Value.TimeSpan ignored -> Optional.empty();
            case Value.Guid ignored -> Optional.empty();
            case Value.Array ignored -> Optional.empty();
            case Value.Bag ignored -> Optional.empty();
            case Value.Null ignored -> Optional.empty();
        };
    }

    private static Optional<Value> strcat(List<Value> values) {
        StringBuilder result = new StringBuilder();
        for (Value value : values) {
            Optional<Value> text = tostring(value);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            result.append(((Value.Text) text.get()).value());
            if (result.length() > LONGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Text(result.toString()));
    }

    private static Optional<Value> concat(List<Value> values) {
        List<Value> items = new ArrayList<>();
        for (Value value : values) {
            if (!(value instanceof Value.Array(var part))) {
                return Optional.empty();
            }
            items.addAll(part);
            if (items.size() > LONGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Array(items));
    }

    private static Optional<Value> split(List<Value> values) {
        if (!(values.get(0) instanceof Value.Text(var text))
                || !(values.get(1) instanceof Value.Text(var delimiter))
                || delimiter.isEmpty()) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(new Value.Text(text.substring(from, at)));
            from = at + delimiter.length();
        }
        parts.add(new Value.Text(text.substring(from)));
        return Optional.of(new Value.Array(parts));
    }
}
