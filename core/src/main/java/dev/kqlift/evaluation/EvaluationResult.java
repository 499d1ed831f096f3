package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.types.Value;
import java.util.List;

/** What a run of a query gives. */
public sealed interface EvaluationResult {
    /**
     * The rows of the query's result.
     *
     * @param columns in order
     * @param rows for each row one value a column
     * @param notes where the engine may choose, so that it may as well give other rows
     */
    record Rows(List<TableSchema.ColumnSchema> columns, List<List<Value>> rows, List<Diagnostic> notes)
            implements EvaluationResult {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }

        /** Rows of which none was chosen. */
        public Rows(List<TableSchema.ColumnSchema> columns, List<List<Value>> rows) {
            this(columns, rows, List.of());
        }
    }

    /**
     * The run was refused.
     *
     * @param reason with its place in the query's text
     */
    record Refused(Diagnostic reason) implements EvaluationResult {}
}
