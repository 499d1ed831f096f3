package dev.kqlift.catalog;

import java.util.List;
import java.util.Optional;

/** The functions of the language, by name. Immutable, and safe to share between threads. */
public final class FunctionCatalog {
    private FunctionCatalog() {}

    /** The functions that kqlift carries. Costs nothing until the first function is looked up. */
    public static FunctionCatalog builtIn() {
        return new FunctionCatalog();
    }

    /** The scalar function of a name. */
    public Optional<Function> scalar(String name) {
        return function(FunctionKind.SCALAR, name);
    }

    /** The aggregate function of a name. */
    public Optional<Function> aggregate(String name) {
        return function(FunctionKind.AGGREGATE, name);
    }

    /** The plugin of a name, for {@code evaluate}. */
    public Optional<Function> plugin(String name) {
        return function(FunctionKind.PLUGIN, name);
    }

    /** The function of a kind and a name. */
    public Optional<Function> function(FunctionKind kind, String name) {
        return BuiltInFunctions.shared(kind).function(name);
    }

    /** The names of all functions of a kind, sorted. */
    public List<String> names(FunctionKind kind) {
        return BuiltInFunctions.shared(kind).names();
    }
}
