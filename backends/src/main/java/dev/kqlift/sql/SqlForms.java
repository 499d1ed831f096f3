package dev.kqlift.sql;

import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The special forms of the family: the mappings that a pattern cannot say. Rows of the table name them. */
final class SqlForms {
    static final Set<String> NAMES = Set.of(
            "argument",
            "on-text",
            "case",
            "coalesce",
            "strcat",
            "bin",
            "ago",
            "split",
            "extract",
            "replace-regex",
            "replace-regex-first",
            "replace-text",
            "base64-text",
            "trim",
            "trim-start",
            "trim-end",
            "substring",
            "indexof",
            "json-array",
            "json-object",
            "json-path",
            "datetime-diff",
            "datetime-add",
            "ipv4-in-range",
            "absolute",
            "sum",
            "sum-if",
            "average",
            "average-if",
            "list",
            "short-list",
            "list-if",
            "set",
            "short-set",
            "set-if",
            "percentile",
            "greatest-row",
            "least-row",
            "any-row");

    /** The aggregates that return several columns of one row. */
    static final Set<String> ROWS = Set.of("greatest-row", "least-row", "any-row");

    private final ScalarLowering scalars;
    private final SqlContext context;

    SqlForms(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    Fragment apply(String form, Scalar node, List<Scalar> arguments) {
        return switch (form) {
            case "argument" -> scalars.typed(arguments.getFirst());
            case "on-text" -> onText(node, arguments);
            case "case" -> cases(node, arguments);
            case "coalesce" -> coalesce(node, arguments);
            case "strcat" -> strcat(arguments);
            case "bin" -> new TimeForms(scalars).bin(node, arguments);
            case "ago" -> new TimeForms(scalars).ago(node, arguments);
            case "datetime-diff" -> new TimeForms(scalars).difference(node, arguments);
            case "datetime-add" -> new TimeForms(scalars).add(node, arguments);
            case "split" -> new TextForms(scalars).split(node, arguments);
            case "extract" -> new TextForms(scalars).extract(node, arguments);
            case "replace-regex" -> new TextForms(scalars).replaceRegex(node, arguments);
            case "replace-regex-first" -> new TextForms(scalars).replaceRegex(node, sourceFirst(arguments));
            case "replace-text" -> new TextForms(scalars).replaceText(node, arguments);
            case "base64-text" -> base64Text(node, arguments.getFirst());
            case "trim" -> new TextForms(scalars).trim(node, arguments, true, true);
            case "trim-start" -> new TextForms(scalars).trim(node, arguments, true, false);
            case "trim-end" -> new TextForms(scalars).trim(node, arguments, false, true);
            case "substring" -> new TextForms(scalars).substring(node, arguments);
            case "indexof" -> new TextForms(scalars).indexOf(node, arguments);
            case "ipv4-in-range" -> new TextForms(scalars).ipv4InRange(node, arguments);
            case "json-array" -> jsonArray(arguments);
            case "json-object" -> jsonObject(node, arguments);
            case "json-path" -> new DynamicLowering(scalars).printed(node, arguments.getFirst());
            case "absolute" -> new ArithmeticLowering(scalars).absolute(node, arguments.getFirst());
            case "sum",
                    "sum-if",
                    "average",
                    "average-if",
                    "list",
                    "short-list",
                    "short-set",
                    "list-if",
                    "set",
                    "set-if",
                    "percentile",
                    "greatest-row",
                    "least-row",
                    "any-row" -> context.refuse(node, "an aggregate stands outside of `summarize`");
            default -> throw new IllegalStateException("no form is called " + form);
        };
    }

    static Optional<String> text(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant && constant.value() instanceof Value.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    static Optional<Long> number(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant && constant.value() instanceof Value.Whole whole
                ? Optional.of(whole.value())
                : Optional.empty();
    }

    static Fragment primary(String text) {
        return new Fragment(text, SqlStrengths.PRIMARY);
    }

    /** The row for a text argument, over the text of a dynamic one. */
    private Fragment onText(Scalar node, List<Scalar> arguments) {
        if (node instanceof Scalar.Call call) {
            List<KqlType> types =
                    new ArrayList<>(arguments.stream().map(Scalar::type).toList());
            types.set(0, KqlType.STRING);
            Optional<FunctionMapping> mapping =
                    context.functions().mapping(call.function().name(), types);
            if (mapping.isPresent() && mapping.get() instanceof FunctionMapping.Emit emit) {
                context.promise(node, emit.promise(), arguments);
                List<Fragment> values = new ArrayList<>();
                values.add(new DynamicLowering(scalars).printed(node, arguments.getFirst()));
                arguments.stream().skip(1).forEach(argument -> values.add(scalars.value(argument)));
                return emit.pattern().fill(values);
            }
        }
        return context.refuse(node, "this has no translation over a dynamic value");
    }

    /** {@code iff} and {@code case}: conditions and values in turn, then the value for the rest. */
    private Fragment cases(Scalar node, List<Scalar> arguments) {
        if (arguments.size() < 3 || arguments.size() % 2 == 0) {
            return context.refuse(node, "conditions and values do not come in pairs");
        }
        KqlType type = arguments.getLast().type();
        StringBuilder result = new StringBuilder("CASE");
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Scalar value = arguments.get(i + 1);
            if (!sameKind(value.type(), type)) {
                return context.refuse(
                        node, "the branches have the types " + value.type().word() + " and " + type.word());
            }
            result.append(" WHEN ")
                    .append(scalars.condition(arguments.get(i), Truth.ONLY).text())
                    .append(" THEN ")
                    .append(scalars.typed(value).text());
        }
        return primary(result.append(" ELSE ")
                .append(scalars.typed(arguments.getLast()).text())
                .append(" END")
                .toString());
    }

    /** The target's {@code TRY} takes no subquery. */
    private Fragment base64Text(Scalar node, Scalar text) {
        if (readsTable(text)) {
            return context.refuse(node, "a decoded text that another table gives is not translated");
        }
        return primary("coalesce(try(decode(from_base64(" + scalars.value(text).text() + "))), '')");
    }

    private static boolean readsTable(Scalar scalar) {
        return scalar instanceof Scalar.Subquery
                || scalar instanceof Scalar.InRelation
                || Trees.children(scalar).stream().anyMatch(SqlForms::readsTable);
    }

    /** The arguments of the old {@code replace(regex, rewrite, source)} in the order of {@code replace_regex}. */
    private static List<Scalar> sourceFirst(List<Scalar> arguments) {
        return List.of(arguments.get(2), arguments.get(0), arguments.get(1));
    }

    private Fragment coalesce(Scalar node, List<Scalar> arguments) {
        KqlType type = arguments.getFirst().type();
        List<String> values = new ArrayList<>();
        for (Scalar argument : arguments) {
            if (!sameKind(argument.type(), type)) {
                return context.refuse(
                        node,
                        "the arguments have the types " + type.word() + " and "
                                + argument.type().word());
            }
            if (type == KqlType.DYNAMIC) {
                context.assume(node, DataAssumption.NO_EMPTY_DYNAMIC, argument);
            }
            String value = scalars.typed(argument).text();
            // For texts the first that is not empty counts.
            values.add(type == KqlType.STRING ? "nullif(" + value + ", '')" : value);
        }
        if (type == KqlType.STRING) {
            values.add("''");
        }
        return primary("coalesce(" + String.join(", ", values) + ")");
    }

    private static boolean sameKind(KqlType first, KqlType second) {
        return first == second && first != KqlType.UNKNOWN || first.isInteger() && second.isInteger();
    }

    private Fragment strcat(List<Scalar> arguments) {
        List<String> parts = new ArrayList<>();
        for (Scalar argument : arguments) {
            parts.add(
                    argument.type() == KqlType.STRING
                            ? scalars.value(argument).text()
                            : scalars.call(argument, "tostring", List.of(argument))
                                    .text());
        }
        return primary("concat(" + String.join(", ", parts) + ")");
    }

    /** A value as an item of a JSON array. */
    Fragment item(Scalar scalar) {
        return item(scalar, scalars.typed(scalar));
    }

    Fragment item(Scalar node, Fragment value) {
        return switch (node.type()) {
            case STRING, BOOL, INT, LONG, DYNAMIC -> value;
            case DATETIME -> primary("strftime(" + value.text() + ", '%Y-%m-%dT%H:%M:%S.%f0Z')");
            case GUID -> primary("CAST(" + value.text() + " AS VARCHAR)");
            // 1.0 is written "1.0" by one engine and "1" by the other; as JSON numbers they are the same.
            case REAL -> {
                context.assume(node, DataAssumption.FINITE, node);
                yield value;
            }
            case TIMESPAN, DECIMAL, UNKNOWN ->
                context.refuse(node, "a " + node.type().word() + " inside of an array or bag is not translated");
        };
    }

    private Fragment jsonArray(List<Scalar> arguments) {
        List<String> items =
                arguments.stream().map(argument -> item(argument).text()).toList();
        return primary("json_array(" + String.join(", ", items) + ")");
    }

    private Fragment jsonObject(Scalar node, List<Scalar> arguments) {
        List<String> parts = new ArrayList<>();
        Set<String> keys = new java.util.HashSet<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Optional<String> key = text(arguments.get(i));
            if (key.isEmpty() || !SqlNames.valid(key.get()) || !keys.add(key.get())) {
                return context.refuse(node, "a key that is no constant text, or that occurs twice");
            }
            parts.add(SqlLiterals.text(key.get()));
            parts.add(item(arguments.get(i + 1)).text());
        }
        return arguments.size() % 2 == 0
                ? primary("json_object(" + String.join(", ", parts) + ")")
                : context.refuse(node, "keys and values do not come in pairs");
    }
}
