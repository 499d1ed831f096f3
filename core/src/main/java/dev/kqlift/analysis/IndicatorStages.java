package dev.kqlift.analysis;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stages of the main pipeline that the tests of each indicator stand in, or that read the table they stand in. */
final class IndicatorStages {
    private final MainPipeline pipeline;
    private final Map<Relation, BitSet> readers = new IdentityHashMap<>();

    private IndicatorStages(MainPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The stages of each indicator, in the order of the indicators. */
    static List<List<Integer>> of(
            BoundQuery query, List<Relation> relations, MainPipeline pipeline, List<Indicator> indicators) {
        IndicatorStages found = new IndicatorStages(pipeline);
        found.readers(relations);
        Map<Key, BitSet> stages = new HashMap<>();
        for (Relation relation : relations) {
            PredicateCollector collector = new PredicateCollector();
            collector.relation(relation);
            for (Predicate predicate : collector.found()) {
                found.add(predicate, found.readers.getOrDefault(relation, new BitSet()), stages);
            }
        }
        query.scalar().ifPresent(scalar -> {
            PredicateCollector collector = new PredicateCollector();
            collector.value(scalar);
            for (Predicate predicate : collector.found()) {
                found.add(predicate, new BitSet(), stages);
            }
        });
        List<List<Integer>> all = new ArrayList<>(indicators.size());
        for (Indicator indicator : indicators) {
            Key key = new Key(indicator.field(), indicator.kind(), indicator.negated());
            all.add(FieldStages.numbers(stages.getOrDefault(key, new BitSet())));
        }
        return all;
    }

    private record Key(String field, IndicatorKind kind, boolean negated) {}

    private void add(Predicate predicate, BitSet readers, Map<Key, BitSet> stages) {
        Key key = new Key(predicate.field().name(), predicate.kind(), predicate.negated());
        BitSet set = stages.computeIfAbsent(key, ignored -> new BitSet());
        int own = pipeline.stageAt(new Span(predicate.start(), predicate.start() + 1));
        if (own > 0) {
            set.set(own);
        } else {
            set.or(readers);
        }
    }

    /** From the readers down: a table that a stage reads is read by that stage, and so is what it is made of. */
    private void readers(List<Relation> relations) {
        Map<Relation, Integer> main = new IdentityHashMap<>();
        for (int i = 0; i < pipeline.relations().size(); i++) {
            main.put(pipeline.relations().get(i), i);
        }
        for (int i = relations.size() - 1; i >= 0; i--) {
            Relation relation = relations.get(i);
            BitSet own = readers.computeIfAbsent(relation, ignored -> new BitSet());
            Integer place = main.get(relation);
            if (place != null) {
                own.set(pipeline.stage(place));
            }
            int nested = pipeline.stageAt(relation.origin().span());
            if (nested > 0) {
                own.set(nested);
            }
            List<Relation> inputs = Trees.inputs(relation);
            // A stage does not count as a reader of what the stages before it hold.
            boolean entered = place != null
                    && place + 1 < pipeline.relations().size()
                    && pipeline.stage(place + 1) != pipeline.stage(place);
            for (int j = entered ? 1 : 0; j < inputs.size(); j++) {
                pass(own, inputs.get(j));
            }
            for (Relation input : inScalars(relation)) {
                pass(own, input);
            }
        }
    }

    private static Set<Relation> inScalars(Relation relation) {
        Set<Relation> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!(relation instanceof Relation.Rows)) {
            Trees.forEachScalar(
                    relation, scalar -> found.addAll(ColumnReads.of(scalar).relations()));
        }
        return found;
    }

    private void pass(BitSet own, Relation input) {
        readers.computeIfAbsent(input, ignored -> new BitSet()).or(own);
    }
}
