package dev.kqlift.corpus.scan;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.engine.AnalyzedRule;
import java.util.List;

/** Takes a document through the steps; called from several threads at a time. */
@FunctionalInterface
public interface DocumentCompiler {
    /** The rules of a document: one, or several where a bare text holds several queries. */
    List<AnalyzedRule> compile(RuleDocument document);
}
