package dev.kqlift.engine;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.Platform;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceConfig;
import dev.kqlift.catalog.WorkspaceFunctions;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace knows besides its rules.
 *
 * @param tables the tables and their columns
 * @param functions the functions of the language
 * @param own the functions and watchlists of the workspace
 * @param platform the service that the rules run in, where it is told
 */
public record Workspace(
        TableCatalog tables, FunctionCatalog functions, WorkspaceFunctions own, Optional<Platform> platform) {
    /** A workspace of which only the tables and the functions of the language are told. */
    public Workspace(TableCatalog tables, FunctionCatalog functions) {
        this(tables, functions, WorkspaceFunctions.builtIn(), Optional.empty());
    }

    /** The workspace out of the box. */
    public static Workspace builtIn() {
        return new Workspace(TableCatalog.builtIn(), FunctionCatalog.builtIn());
    }

    /** The workspace out of the box with what a configuration declares. */
    public static Workspace of(WorkspaceConfig config) {
        return new Workspace(
                TableCatalog.builtIn().on(config.platform()).with(config.tables()),
                FunctionCatalog.builtIn(),
                WorkspaceFunctions.of(config),
                config.platform());
    }

    /** This workspace with more tables; one whose name is known takes the place of the known one. */
    public Workspace with(List<TableSchema> more) {
        return new Workspace(tables.with(more), functions, own, platform);
    }
}
