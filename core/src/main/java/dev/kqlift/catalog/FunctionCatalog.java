package dev.kqlift.catalog;

import java.util.Map;
import java.util.Optional;

/** The functions of the language, by name. Immutable. */
public final class FunctionCatalog {
    private final Map<String, Function> scalars;
    private final Map<String, Function> aggregates;
    private final Map<String, Function> plugins;

    private FunctionCatalog(
            Map<String, Function> scalars, Map<String, Function> aggregates, Map<String, Function> plugins) {
        this.scalars = scalars;
        this.aggregates = aggregates;
        this.plugins = plugins;
    }

    /** The functions that kqlift carries. */
    public static FunctionCatalog builtIn() {
        return new FunctionCatalog(Map.of(), Map.of(), Map.of());
    }

    /** The scalar function of a name. */
    public Optional<Function> scalar(String name) {
        return Optional.ofNullable(scalars.get(name));
    }

    /** The aggregate function of a name. */
    public Optional<Function> aggregate(String name) {
        return Optional.ofNullable(aggregates.get(name));
    }

    /** The plugin of a name, for {@code evaluate}. */
    public Optional<Function> plugin(String name) {
        return Optional.ofNullable(plugins.get(name));
    }
}
