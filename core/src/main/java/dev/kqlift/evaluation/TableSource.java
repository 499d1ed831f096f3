package dev.kqlift.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables that a run may read. */
public interface TableSource {
    /** No tables. */
    TableSource NONE = of(Map.of());

    /** The table of a name; empty where there are no data for it. */
    Optional<LocalTable> table(String name);

    /** The names of all tables, sorted. */
    List<String> names();

    /** These tables, by name with case. */
    static TableSource of(Map<String, LocalTable> tables) {
        Map<String, LocalTable> sorted = new TreeMap<>(tables);
        return new TableSource() {
            @Override
            public Optional<LocalTable> table(String name) {
                return Optional.ofNullable(sorted.get(name));
            }

            @Override
            public List<String> names() {
                return List.copyOf(sorted.keySet());
            }
        };
    }
}
