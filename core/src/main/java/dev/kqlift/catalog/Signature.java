package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.List;

/**
 * One form in which a function can be called.
 *
 * @param parameters in order
 * @param returns the rule for the type of the result
 * @param declared the type that the rule {@code DECLARED} gives; {@code UNKNOWN} for the other rules
 */
public record Signature(List<Parameter> parameters, ReturnRule returns, KqlType declared) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** The least number of arguments. */
    public int minArguments() {
        return parameters.stream().mapToInt(Parameter::min).sum();
    }

    /** The greatest number of arguments; {@link Parameter#MANY} where there is no limit. */
    public int maxArguments() {
        return parameters.stream().mapToInt(Parameter::max).reduce(0, (a, b) -> a >= Parameter.MANY || b >= Parameter.MANY
                ? Parameter.MANY
                : a + b);
    }
}
