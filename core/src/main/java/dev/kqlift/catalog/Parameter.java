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

    /**
     * Whether an argument of a type will do, taken alone. As in the language, a smaller number will do for a larger one
     * and a dynamic value for a string; an {@code UNKNOWN} argument always will.
     */
    public boolean accepts(KqlType type) {
        if (kind != ParameterKind.DECLARED || type == KqlType.UNKNOWN) {
            return kind.accepts(type);
        }
        for (KqlType declared : types) {
            if (accepts(declared, type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(KqlType declared, KqlType type) {
        return declared == type
                || switch (declared) {
                    case LONG -> type == KqlType.INT;
                    case REAL -> type.isInteger();
                    case DECIMAL -> type.isNumeric();
                    case STRING -> type == KqlType.DYNAMIC;
                    case BOOL, INT, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> false;
                };
    }
}
