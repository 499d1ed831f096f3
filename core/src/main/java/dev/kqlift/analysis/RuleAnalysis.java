package dev.kqlift.analysis;

import java.util.List;

/**
 * Everything that {@code inspect} shows of a query.
 *
 * @param tables the tables that the query reads, sorted
 * @param functions functions called that are neither built in nor defined in the query, sorted
 * @param open true when the result may have further fields
 */
public record RuleAnalysis(
        List<String> tables,
        List<String> functions,
        List<QueryParameter> parameters,
        List<Stage> stages,
        List<Indicator> indicators,
        List<OutputField> outputFields,
        boolean open) {
    /** The analysis of a rule whose query could not be read. */
    public static final RuleAnalysis EMPTY =
            new RuleAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    public RuleAnalysis {
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        parameters = List.copyOf(parameters);
        stages = List.copyOf(stages);
        indicators = List.copyOf(indicators);
        outputFields = List.copyOf(outputFields);
    }
}
