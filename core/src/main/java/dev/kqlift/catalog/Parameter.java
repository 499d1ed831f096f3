package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.List;

/**
 * A parameter of a built-in function.
 *
 * @param name its name in the documentation
 * @param kind which types it takes
 * @param types the types of the kind {@code DECLARED}; empty for the other kinds
 * @param min how many arguments it takes at least: 0 where it is optional
 * @param max how many at most, {@link #MANY} where it repeats without limit
 * @param argument what the argument must be
 * @param values the texts that it allows; empty where it allows all
 */
public record Parameter(
        String name,
        ParameterKind kind,
        List<KqlType> types,
        int min,
        int max,
        ArgumentKind argument,
        List<String> values) {
    public static final int MANY = 32767;

    public Parameter {
        types = List.copyOf(types);
        values = List.copyOf(values);
    }

    /** A parameter that takes any expression of its type. */
    public Parameter(String name, ParameterKind kind, List<KqlType> types, int min, int max) {
        this(name, kind, types, min, max, ArgumentKind.EXPRESSION, List.of());
    }
}
