package dev.kqlift.evaluation;

import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunction;
import dev.kqlift.catalog.WorkspaceFunctions;
import java.util.Optional;

/** The columns that data are known to have, by the name under which they are given. */
public final class DataColumns {
    private DataColumns() {}

    /** The columns of a table, of the profiles of files, or of the schema that an ASIM parser gives; empty where none are known. */
    public static Optional<TableSchema> of(String name, TableCatalog tables, WorkspaceFunctions workspace) {
        Optional<TableSchema> table = tables.table(name);
        if (table.isPresent()) {
            return table;
        }
        if (name.equals(FileProfile.FUNCTION)) {
            return Optional.of(FileProfile.schema());
        }
        return workspace.find(name).orElse(null) instanceof WorkspaceFunction.Parser parser
                ? tables.table(parser.table())
                : Optional.empty();
    }
}
