package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of one or more families, by name. */
final class FunctionTable {
    /** A function over its arguments. */
    @FunctionalInterface
    interface Body {
        Value apply(Arguments arguments);
    }

    private final Map<String, ScalarFunction> functions = new LinkedHashMap<>();

    /** A function that looks at nulls itself. */
    FunctionTable add(String name, Body body) {
        if (functions.put(name, (site, values) -> body.apply(new Arguments(site, values))) != null) {
            throw new IllegalStateException(name + " stands twice");
        }
        return this;
    }

    /** A function that gives null, or an empty text, where one of its arguments is null. */
    FunctionTable strict(String name, Body body) {
        return add(name, arguments -> Nulls.any(arguments.values()) ? arguments.none() : body.apply(arguments));
    }

    Optional<ScalarFunction> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    List<String> names() {
        return List.copyOf(functions.keySet());
    }
}
