package dev.kqlift.lint;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Query;
import java.util.List;
import java.util.Optional;

/**
 * A rule as far as it is understood, and what its workspace knows.
 *
 * @param syntax the query as it is written; empty where it is missing or does not parse
 * @param bound what the query means; empty where {@code syntax} is
 * @param diagnostics what the steps before found, with spans in the file
 */
public record LintSubject(
        RuleDocument document,
        Optional<Query> syntax,
        Optional<BoundQuery> bound,
        RuleAnalysis analysis,
        List<Diagnostic> diagnostics,
        TableCatalog tables,
        FunctionCatalog functions) {
    public LintSubject {
        diagnostics = List.copyOf(diagnostics);
    }
}
