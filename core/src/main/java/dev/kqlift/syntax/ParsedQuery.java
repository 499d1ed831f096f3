package dev.kqlift.syntax;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What parsing gave.
 *
 * @param query the syntax tree; empty if and only if a diagnostic is an error
 * @param diagnostics with spans in the query's text
 */
public record ParsedQuery(Optional<Query> query, List<Diagnostic> diagnostics) {
    public ParsedQuery {
        diagnostics = List.copyOf(diagnostics);
    }
}
