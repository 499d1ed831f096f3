package dev.kqlift.engine;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;

/**
 * What a workspace knows besides its rules.
 *
 * @param tables the tables and their columns
 * @param functions the functions of the language
 */
public record Workspace(TableCatalog tables, FunctionCatalog functions) {
    /** The workspace out of the box. */
    public static Workspace builtIn() {
        return new Workspace(TableCatalog.builtIn(), FunctionCatalog.builtIn());
    }
}
