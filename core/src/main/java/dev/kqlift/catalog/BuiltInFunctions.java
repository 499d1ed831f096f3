package dev.kqlift.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The functions of one kind, from a resource whose header describes its form. */
final class BuiltInFunctions {
    private final FunctionLine form;
    private final SortedLines lines;

    /* A cache outside the engine, by exception: a query calls a few of five hundred functions, each of them often. */
    private final Map<String, Function> parsed = new ConcurrentHashMap<>();

    private BuiltInFunctions(FunctionKind kind, SortedLines lines) {
        this.form = FunctionLine.of(kind, lines.header());
        this.lines = lines;
    }

    static BuiltInFunctions of(FunctionKind kind, String text) {
        return new BuiltInFunctions(kind, SortedLines.of(text));
    }

    /** The functions of a kind; its resource is read when the first of them is asked for. */
    static BuiltInFunctions shared(FunctionKind kind) {
        return switch (kind) {
            case SCALAR -> Scalars.FUNCTIONS;
            case AGGREGATE -> Aggregates.FUNCTIONS;
            case PLUGIN -> Plugins.FUNCTIONS;
        };
    }

    List<String> names() {
        return lines.keys();
    }

    List<String> header() {
        return lines.header();
    }

    Optional<Function> function(String name) {
        Function known = parsed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Function> function = lines.find(name).map(line -> form.parse(name, line));
        function.ifPresent(found -> parsed.put(name, found));
        return function;
    }

    private static BuiltInFunctions read(FunctionKind kind, String resource) {
        return new BuiltInFunctions(kind, SortedLines.ofResource(resource));
    }

    private static final class Scalars {
        static final BuiltInFunctions FUNCTIONS = read(FunctionKind.SCALAR, "scalar-functions.tsv");
    }

    private static final class Aggregates {
        static final BuiltInFunctions FUNCTIONS = read(FunctionKind.AGGREGATE, "aggregate-functions.tsv");
    }

    private static final class Plugins {
        static final BuiltInFunctions FUNCTIONS = read(FunctionKind.PLUGIN, "plugins.tsv");
    }
}
