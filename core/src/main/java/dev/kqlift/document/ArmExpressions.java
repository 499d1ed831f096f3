package dev.kqlift.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a template says of the expressions in its strings: a variable or a parameter's default that is a plain text
 * stands
 * for itself, with the place where it is written. Other expressions stay as they are.
 */
final class ArmExpressions {
    private final Optional<Datum.Mapping> variables;
    private final Optional<Datum.Mapping> parameters;

    private ArmExpressions(Optional<Datum.Mapping> variables, Optional<Datum.Mapping> parameters) {
        this.variables = variables;
        this.parameters = parameters;
    }

    static ArmExpressions of(Datum.Mapping template) {
        return new ArmExpressions(template.mapping("variables"), template.mapping("parameters"));
    }

    /** Inside a nested template its own variables and parameters hold; those of the outer one where it has none. */
    ArmExpressions inside(Datum.Mapping template) {
        return new ArmExpressions(
                template.mapping("variables").or(() -> variables),
                template.mapping("parameters").or(() -> parameters));
    }

    /** A string in brackets. KQL never begins with a bracket and a letter: quoted names have a quote there. */
    static boolean isExpression(String value) {
        return value.length() > 2
                && value.charAt(0) == '['
                && Character.isLetter(value.charAt(1))
                && value.charAt(value.length() - 1) == ']';
    }

    /** A doubled bracket at the start stands for one. */
    static boolean isEscaped(String value) {
        return value.startsWith("[[");
    }

    /** The mapping with the expressions among its own values replaced where that is possible. */
    Datum.Mapping resolve(Datum.Mapping mapping) {
        List<Datum.Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Datum.Entry entry : mapping.entries()) {
            entries.add(new Datum.Entry(entry.key(), resolve(entry.key().value(), entry.value())));
        }
        return new Datum.Mapping(entries, mapping.span());
    }

    private Datum resolve(String key, Datum value) {
        if (!(value instanceof Datum.Scalar scalar) || scalar.form() != ScalarForm.JSON_STRING) {
            return value;
        }
        if (isEscaped(scalar.value()) && !key.equals(SentinelRules.QUERY)) {
            // The query keeps its bracket here, so that its characters can still be followed; its reader drops it.
            return new Datum.Scalar(scalar.value().substring(1), scalar.form(), scalar.span());
        }
        if (!isExpression(scalar.value())) {
            return scalar;
        }
        return named(scalar.value(), "variables")
                .flatMap(name -> variables.flatMap(known -> known.get(name)))
                .or(() -> named(scalar.value(), "parameters")
                        .flatMap(name -> parameters.flatMap(known -> known.mapping(name)))
                        .flatMap(parameter -> parameter.get("defaultValue")))
                .filter(found -> !(found instanceof Datum.Scalar text) || !isExpression(text.value()))
                .orElse(scalar);
    }

    /** The name in {@code [function('name')]}. */
    private static Optional<String> named(String expression, String function) {
        String start = "[" + function + "('";
        String end = "')]";
        if (!expression.startsWith(start) || !expression.endsWith(end)) {
            return Optional.empty();
        }
        int last = Math.max(start.length(), expression.length() - end.length());
        String name = expression.substring(start.length(), last);
        return name.indexOf('\'') < 0 ? Optional.of(name) : Optional.empty();
    }
}
