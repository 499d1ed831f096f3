package dev.kqlift.ruletest;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns events into tables. */
public interface TestData {
    /**
     * Events of JSON values.
     *
     * @param known the table, where it is known
     */
    Answer table(List<Map<String, Value>> events, Optional<TableSchema> known);

    /**
     * Events of a file.
     *
     * @param path from the folder of the test file
     * @param known the table, where it is known
     */
    Answer file(String path, Optional<TableSchema> known);

    /** A table or the reason why there is none. */
    sealed interface Answer {}

    record Table(LocalTable table) implements Answer {}

    record Unreadable(String reason) implements Answer {}
}
