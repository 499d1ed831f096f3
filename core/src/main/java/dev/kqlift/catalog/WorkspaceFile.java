package dev.kqlift.catalog;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import java.util.List;

/**
 * What the text of a {@code kqlift.yaml} says.
 *
 * @param config what it declares; what is wrong in the file is left out of it
 * @param diagnostics what is wrong with the file, in its order
 */
public record WorkspaceFile(WorkspaceConfig config, List<Diagnostic> diagnostics) {
    /** The name under which the file is looked for. */
    public static final String NAME = "kqlift.yaml";

    public WorkspaceFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads the text of a file.
     *
     * @param yaml the decoded text
     * @param builtIn the tables that the file's tables may extend
     */
    public static WorkspaceFile parse(String yaml, TableCatalog builtIn) {
        return new WorkspaceFileReader(yaml, builtIn).read();
    }

    /** True when the file says something that would be lost. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
