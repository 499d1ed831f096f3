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
 */
public record Parameter(String name, ParameterKind kind, List<KqlType> types, int min, int max) {
    public static final int MANY = 32767;

    public Parameter {
        types = List.copyOf(types);
    }
}
