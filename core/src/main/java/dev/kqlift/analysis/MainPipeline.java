package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The relations that the stages of the main pipeline became: from the result down, on the left of joins, by where they
 * stand in the text. The body of a function that {@code invoke} puts in place belongs to the stage that invokes it.
 */
final class MainPipeline {
    private final List<Relation> relations;
    private final int[] stages;
    private final Span[] spans;

    private MainPipeline(List<Relation> relations, int[] stages, Span[] spans) {
        this.relations = relations;
        this.stages = stages;
        this.spans = spans;
    }

    static MainPipeline of(Optional<Relation> result, List<Stage> stages) {
        List<Relation> relations = new ArrayList<>();
        Optional<Relation> next = stages.isEmpty() ? Optional.empty() : result;
        while (next.isPresent()) {
            relations.add(next.get());
            List<Relation> inputs = Trees.inputs(next.get());
            next = inputs.isEmpty() ? Optional.empty() : Optional.of(inputs.getFirst());
        }
        Span[] spans = new Span[stages.size()];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = stages.get(i).span();
        }
        MainPipeline pipeline = new MainPipeline(relations, new int[relations.size()], spans);
        pipeline.place();
        return pipeline;
    }

    private void place() {
        int above = spans.length + 1;
        int i = 0;
        while (i < stages.length) {
            int own = Math.min(stageAt(relations.get(i).origin().span()), above);
            if (own > 0) {
                stages[i++] = own;
                above = own;
                continue;
            }
            int end = i;
            while (end < stages.length && stageAt(relations.get(end).origin().span()) == 0) {
                end++;
            }
            int below =
                    end < stages.length ? stageAt(relations.get(end).origin().span()) : 0;
            int foreign = Math.max(1, below < above - 1 ? above - 1 : above);
            Arrays.fill(stages, i, end, Math.min(foreign, spans.length));
            i = end;
        }
    }

    /** The stage whose text a span lies in; 0 for text elsewhere. */
    int stageAt(Span span) {
        int low = 0;
        int high = spans.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span stage = spans[middle];
            if (span.start() < stage.start()) {
                high = middle - 1;
            } else if (span.start() >= stage.end()) {
                low = middle + 1;
            } else {
                return span.end() <= stage.end() && span.length() > 0 ? middle + 1 : 0;
            }
        }
        return 0;
    }

    /** The relations from the result down to the source. */
    List<Relation> relations() {
        return relations;
    }

    /** The stage of a relation, by its place in {@link #relations()}. */
    int stage(int relation) {
        return stages[relation];
    }

    int stageCount() {
        return spans.length;
    }

    /** The columns after each stage; empty where no relation is known to be what the stage became. */
    List<Optional<List<Column>>> columns() {
        List<Optional<List<Column>>> columns = new ArrayList<>(spans.length);
        for (int i = 0; i < spans.length; i++) {
            columns.add(Optional.empty());
        }
        for (int i = stages.length - 1; i >= 0; i--) {
            columns.set(stages[i] - 1, Optional.of(relations.get(i).columns()));
        }
        return columns;
    }
}
