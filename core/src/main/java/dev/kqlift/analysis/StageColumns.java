package dev.kqlift.analysis;

import java.util.List;

/**
 * The columns after a stage of the main pipeline.
 *
 * @param known false where the columns after the stage cannot be told
 * @param all all of them, in order
 * @param added those that the stage before did not have
 * @param removed those that the stage before had
 */
public record StageColumns(boolean known, List<String> all, List<String> added, List<String> removed) {
    /** The columns after a stage that could not be followed. */
    public static final StageColumns UNKNOWN = new StageColumns(false, List.of(), List.of(), List.of());

    public StageColumns {
        all = List.copyOf(all);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
