package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.build.SavedFunction;
import dev.kqlift.types.KqlType;
import java.util.List;

/** A function that a workspace has beside those of the language. */
public sealed interface WorkspaceFunction {
    String name();

    /** A function whose body is known: calls put it in their place. */
    record Saved(String name, SavedFunction body) implements WorkspaceFunction {}

    /**
     * A function of which only the columns of its result are known.
     *
     * @param open whether the result may have further columns
     */
    record Tabular(String name, List<ColumnSchema> columns, boolean open) implements WorkspaceFunction {
        public Tabular {
            columns = List.copyOf(columns);
        }
    }

    /** A function of which only the type of its value is known. */
    record Value(String name, KqlType type) implements WorkspaceFunction {}

    /**
     * An ASIM parser: it gives the columns of its schema's table, and those that vendors add.
     *
     * @param table the table that holds events of the schema
     * @param parameters the names of the parameters, in order
     * @param filters what some of them filter by
     */
    record Parser(String name, String table, List<String> parameters, List<ParserFilter> filters)
            implements WorkspaceFunction {
        public Parser {
            parameters = List.copyOf(parameters);
            filters = List.copyOf(filters);
        }
    }
}
