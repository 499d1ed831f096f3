package dev.kqlift.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code kqlift.yaml} declares.
 *
 * @param platform the service that the rules run in, where it is told
 * @param tables whole schemas, those that extend a built-in table with its columns
 * @param functions saved functions
 * @param watchlists watchlists with known columns
 * @param lint which checks run, and how bad what they find is
 */
public record WorkspaceConfig(
        Optional<Platform> platform,
        List<TableSchema> tables,
        List<WorkspaceFunction> functions,
        List<Watchlist> watchlists,
        LintConfig lint) {
    /** Nothing is declared. */
    public static final WorkspaceConfig EMPTY =
            new WorkspaceConfig(Optional.empty(), List.of(), List.of(), List.of(), LintConfig.EMPTY);

    public WorkspaceConfig {
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        watchlists = List.copyOf(watchlists);
    }
}
