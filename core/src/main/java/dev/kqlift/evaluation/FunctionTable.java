package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of one or more families, by name. */
final class FunctionTable {
    private final Map<String, ScalarFunction> functions = new LinkedHashMap<>();

    /** A function that looks at nulls itself. */
    FunctionTable add(String name, ScalarFunction function) {
        if (functions.put(name, function) != null) {
            throw new IllegalStateException(name + " stands twice");
        }
        return this;
    }

    /** A function that gives null, or an empty text, where one of its arguments is null. */
    FunctionTable strict(String name, ScalarFunction function) {
        return add(
                name,
                (site, arguments) -> Nulls.any(arguments) ? Nulls.of(site.type()) : function.apply(site, arguments));
    }

    Optional<ScalarFunction> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    List<String> names() {
        return List.copyOf(functions.keySet());
    }

    /** The argument at an index, or a default where the call leaves it out. */
    static Value argument(List<Value> arguments, int index, Value otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }
}
