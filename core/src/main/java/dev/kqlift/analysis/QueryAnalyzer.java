package dev.kqlift.analysis;

import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import java.util.List;

/** Asks a bound query everything that {@code inspect} shows of it. */
public final class QueryAnalyzer {
    private QueryAnalyzer() {}

    /**
     * The analysis of a query.
     *
     * @param stages the operators of its main pipeline, which are read from its text
     */
    public static RuleAnalysis analyze(BoundQuery query, List<Stage> stages) {
        List<Relation> relations = QueryRelations.of(query);
        return new RuleAnalysis(
                query.tables(),
                query.functions(),
                Parameters.of(query),
                stages,
                Indicators.of(query, relations, Lineage.of(relations)),
                Outputs.of(query),
                query.relation().isPresent() && query.relation().get().open());
    }
}
