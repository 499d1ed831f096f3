package dev.kqlift.engine;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Query;
import java.util.List;
import java.util.Optional;

/**
 * A rule that went through all steps.
 *
 * @param document the rule as its file states it
 * @param syntax the query as it is written; empty where the query is missing or does not parse
 * @param bound what its query means; empty where the query is missing or does not parse
 * @param analysis the answers that {@code inspect} shows
 * @param diagnostics all steps' diagnostics, with spans in the file, in the order of their places
 */
public record AnalyzedRule(
        RuleDocument document,
        Optional<Query> syntax,
        Optional<BoundQuery> bound,
        RuleAnalysis analysis,
        List<Diagnostic> diagnostics) {
    public AnalyzedRule {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A rule whose syntax is not told. */
    public AnalyzedRule(
            RuleDocument document, Optional<BoundQuery> bound, RuleAnalysis analysis, List<Diagnostic> diagnostics) {
        this(document, Optional.empty(), bound, analysis, diagnostics);
    }

    /** True when a step found an error, so that the rule cannot be trusted as read. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
