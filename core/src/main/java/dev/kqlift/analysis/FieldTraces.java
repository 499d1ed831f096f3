package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.KqlType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows fields of a query back to their sources. What is read several times is followed once, and a tree that is too
 * large for a reader is cut, with the number of fields that were left out.
 */
public final class FieldTraces {
    private static final int MOST_STEPS = 400;
    private static final int MOST_READS = 24;

    private final MainPipeline pipeline;
    private final Map<Relation, Integer> stages = new IdentityHashMap<>();
    private final List<Statement.Let> definitions = new ArrayList<>();

    private FieldTraces(BoundQuery query, Query syntax, String text) {
        pipeline = MainPipeline.of(query.relation(), Stages.of(syntax, text));
        for (int i = 0; i < pipeline.relations().size(); i++) {
            // What the source is made of stands in definitions, each of which is named for itself.
            if (pipeline.stage(i) > 1) {
                stages.putIfAbsent(pipeline.relations().get(i), pipeline.stage(i));
            }
        }
        for (Statement statement : syntax.statements()) {
            if (statement instanceof Statement.Let let) {
                definitions.add(let);
            }
        }
    }

    /**
     * The traces of a name: of the output fields that have it, then of the fields that are tested under it; none where the
     * query knows no such field.
     *
     * @param syntax the query as it was parsed
     * @param text the text that it was parsed from
     */
    public static List<FieldTrace> of(BoundQuery query, Query syntax, String text, String name) {
        return new FieldTraces(query, syntax, text).named(query, name);
    }

    private List<FieldTrace> named(BoundQuery query, String name) {
        List<FieldTrace> traces = new ArrayList<>();
        query.relation().ifPresent(result -> {
            for (Column column : result.columns()) {
                if (column.name().equals(name)) {
                    ColumnMaking.Read start = ColumnMaking.Read.of(result, column, "");
                    traces.add(trace(name, Optional.of(column.type()), List.of(), Optional.of(start)));
                }
            }
        });
        for (Tested tested : tests(query, name).values()) {
            traces.add(trace(name, Optional.empty(), tested.places(), tested.start()));
        }
        return traces;
    }

    /** The tests of one column of one relation. */
    private record Tested(List<FieldTest> places, Optional<ColumnMaking.Read> start) {}

    /** Where a tested column comes from; two tests of the same have one trace. */
    private record Source(int relation, int column) {}

    private Map<Source, Tested> tests(BoundQuery query, String name) {
        List<Relation> relations = QueryRelations.of(query);
        Map<Relation, Integer> numbers = new IdentityHashMap<>();
        List<Place> places = new ArrayList<>();
        for (Relation relation : relations) {
            numbers.put(relation, numbers.size());
            PredicateCollector collector = new PredicateCollector();
            collector.relation(relation);
            for (Predicate predicate : collector.found()) {
                if (predicate.field().name().equals(name)) {
                    places.add(new Place(relation, predicate));
                }
            }
        }
        places.sort((one, other) ->
                Integer.compare(one.predicate().start(), other.predicate().start()));
        Map<Source, Tested> found = new LinkedHashMap<>();
        for (Place place : places) {
            Optional<ColumnMaking.Read> start = start(place);
            Source source = start.map(read -> source(read, numbers)).orElse(new Source(-1, -1));
            Tested tested = found.computeIfAbsent(source, ignored -> new Tested(new ArrayList<>(), start));
            int offset = place.predicate().start();
            FieldTest test = new FieldTest(
                    Outputs.operator(place.relation()), offset, stage(place.relation(), new Span(offset, offset + 1)));
            if (!tested.places().contains(test)) {
                tested.places().add(test);
            }
        }
        return found;
    }

    private record Place(Relation relation, Predicate predicate) {}

    private static Source source(ColumnMaking.Read read, Map<Relation, Integer> numbers) {
        ColumnMaking making = ColumnMaking.of(read);
        return new Source(
                numbers.getOrDefault(making.relation(), -1), read.column().number());
    }

    private static Optional<ColumnMaking.Read> start(Place place) {
        ColumnId column = place.predicate().field().column();
        if (column == null) {
            return Optional.empty();
        }
        List<Relation> inputs = Trees.inputs(place.relation());
        for (Relation input : inputs) {
            for (Column stated : input.columns()) {
                if (stated.id().equals(column)) {
                    return Optional.of(ColumnMaking.Read.of(input, stated, ""));
                }
            }
        }
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new ColumnMaking.Read(
                        inputs.getFirst(), column, place.predicate().field().name(), ""));
    }

    private record Open(ColumnMaking.Read read, int depth) {}

    private FieldTrace trace(
            String name, Optional<KqlType> type, List<FieldTest> tests, Optional<ColumnMaking.Read> start) {
        Map<Relation, Set<ColumnId>> shown = new IdentityHashMap<>();
        List<FieldStep> steps = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        start.ifPresent(read -> open.push(new Open(read, 0)));
        while (!open.isEmpty() && steps.size() < MOST_STEPS) {
            Open next = open.pop();
            ColumnMaking making = ColumnMaking.of(next.read());
            List<ColumnMaking.Read> reads = making.reads();
            boolean repeated = !reads.isEmpty()
                    && !shown.computeIfAbsent(making.relation(), ignored -> new HashSet<>())
                            .add(next.read().column());
            int followed = repeated ? 0 : Math.min(reads.size(), MOST_READS);
            for (int i = followed - 1; i >= 0; i--) {
                open.push(new Open(reads.get(i), next.depth() + 1));
            }
            steps.add(step(next, making, repeated, repeated ? 0 : reads.size() - followed));
        }
        return new FieldTrace(name, type, tests, steps, open.size());
    }

    private FieldStep step(Open open, ColumnMaking making, boolean repeated, int hidden) {
        Relation relation = making.relation();
        Span span = relation.origin().span();
        Optional<Span> expression = Optional.ofNullable(making.value())
                .map(value -> value.origin().span())
                // The right side of a join has no expressions; their origin is the join's.
                .filter(text -> text.length() > 0 && !text.equals(span));
        return new FieldStep(
                open.depth(),
                repeated ? FieldStep.Kind.REPEATED : making.kind(),
                making.field(),
                Outputs.operator(relation),
                making.detail(),
                span,
                expression,
                open.read().role(),
                definition(span),
                stage(relation, span),
                hidden);
    }

    private int stage(Relation relation, Span span) {
        int own = pipeline.stageAt(span);
        return own > 0 ? own : stages.getOrDefault(relation, 0);
    }

    private String definition(Span span) {
        for (Statement.Let let : definitions) {
            if (let.origin().start() <= span.start()
                    && span.end() <= let.origin().end()) {
                String word = let.value() instanceof Statement.FunctionValue ? "function " : "let ";
                return word + let.name().text();
            }
        }
        return "";
    }
}
