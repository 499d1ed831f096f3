package dev.kqlift.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aggregate functions that are evaluated, but for those that return several columns. */
public final class AggregateFunctions {
    private static final Map<String, AggregateFunction> TABLE = new LinkedHashMap<>();

    private AggregateFunctions() {}

    /** The function of a name; empty where it is not evaluated. */
    public static Optional<AggregateFunction> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    /** The names of all functions that are evaluated. */
    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }
}
