package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How fields go through the main pipeline of a query: what a page for people shows beside the analysis.
 *
 * @param stages the columns after each stage
 * @param fields what each output field is made of, in the order of the result
 * @param indicators the stages that each indicator stands in, in the order of the analysis
 */
public record QueryTrace(List<StageColumns> stages, List<FieldOrigin> fields, List<List<Integer>> indicators) {
    public QueryTrace {
        stages = List.copyOf(stages);
        fields = List.copyOf(fields);
        indicators = indicators.stream().map(List::copyOf).toList();
    }

    /** The trace of a query whose analysis is known. */
    public static QueryTrace of(BoundQuery query, RuleAnalysis analysis) {
        List<Relation> relations = QueryRelations.of(query);
        MainPipeline pipeline = MainPipeline.of(query.relation(), analysis.stages());
        return new QueryTrace(
                stages(pipeline),
                fields(query, relations, pipeline),
                IndicatorStages.of(query, relations, pipeline, analysis.indicators()));
    }

    private static List<StageColumns> stages(MainPipeline pipeline) {
        List<StageColumns> stages = new ArrayList<>(pipeline.stageCount());
        List<String> before = List.of();
        for (Optional<List<Column>> columns : pipeline.columns()) {
            if (columns.isEmpty()) {
                stages.add(StageColumns.UNKNOWN);
                continue;
            }
            List<String> after = columns.get().stream().map(Column::name).toList();
            stages.add(new StageColumns(true, after, without(after, before), without(before, after)));
            before = after;
        }
        return stages;
    }

    private static List<String> without(List<String> names, List<String> others) {
        Set<String> left = new HashSet<>(others);
        return names.stream().filter(name -> !left.contains(name)).toList();
    }

    private static List<FieldOrigin> fields(BoundQuery query, List<Relation> relations, MainPipeline pipeline) {
        if (query.relation().isEmpty()) {
            return List.of();
        }
        Lineage lineage = Lineage.of(relations);
        FieldStages stages = FieldStages.of(pipeline);
        Makings makings = Makings.of(relations);
        List<FieldOrigin> fields = new ArrayList<>();
        for (Column column : query.relation().get().columns()) {
            Optional<Span> expression = makings.expression(column.id());
            fields.add(new FieldOrigin(column.name(), lineage.of(column.id()), expression, stages.of(column.id())));
        }
        return fields;
    }
}
