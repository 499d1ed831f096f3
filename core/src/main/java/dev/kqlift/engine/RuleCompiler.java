package dev.kqlift.engine;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.document.RuleDocument;
import java.util.List;
import java.util.Optional;

/** Takes a rule document through all steps. The only class that knows their order. Immutable and safe for threads. */
public final class RuleCompiler {
    private final Workspace workspace;

    public RuleCompiler(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The tables and functions that rules are bound against. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * Compiles a document.
     *
     * @return one rule, or several where a bare query file holds several queries separated by blank lines
     */
    public List<AnalyzedRule> compile(RuleDocument document) {
        return List.of(new AnalyzedRule(document, Optional.empty(), RuleAnalysis.EMPTY, document.diagnostics()));
    }
}
