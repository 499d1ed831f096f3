package dev.kqlift.evaluation;

import java.util.Map;
import java.util.Optional;

/** The tables that a run may read. */
@FunctionalInterface
public interface TableSource {
    /** No tables. */
    TableSource NONE = name -> Optional.empty();

    /** The table of a name; empty where there are no data for it. */
    Optional<LocalTable> table(String name);

    /** These tables, by name with case. */
    static TableSource of(Map<String, LocalTable> tables) {
        return name -> Optional.ofNullable(tables.get(name));
    }
}
