package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code summarize}, {@code distinct}, {@code count}. */
final class Aggregation {
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;

    Aggregation(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
        this.context = evaluator.context();
    }

    RowSet evaluate(Relation.Aggregate aggregate) {
        RowSet input = evaluator.evaluate(aggregate.input());
        EvaluationContext here = Ingestion.over(input, context);
        Map<RowKey, Members> groups = groups(input, aggregate.keys(), here);
        if (aggregate.keys().isEmpty() && groups.isEmpty()) {
            groups.put(RowKey.of(List.of()), new Members(List.of(), new ArrayList<>()));
        }
        List<List<Value>> rows = new ArrayList<>(groups.size());
        for (Members members : groups.values()) {
            List<Value> row = new ArrayList<>(members.keys());
            row.addAll(values(aggregate.aggregates(), new Group(input, members.rows(), here)));
            rows.add(row);
        }
        return new RowSet(aggregate.columns(), rows, false);
    }

    /** The rows of a group and the values that they have in common. */
    record Members(List<Value> keys, List<List<Value>> rows) {}

    /** The rows by their keys, groups in the order of their first row. */
    static Map<RowKey, Members> groups(RowSet input, List<Assignment> keys, EvaluationContext context) {
        Map<RowKey, Members> groups = new LinkedHashMap<>();
        for (int i = 0; i < input.size(); i++) {
            List<Value> values = new ArrayList<>(keys.size());
            for (Assignment key : keys) {
                values.add(ScalarEvaluator.evaluate(key.value(), input.row(i), context));
            }
            groups.computeIfAbsent(RowKey.of(values), key -> new Members(values, new ArrayList<>()))
                    .rows()
                    .add(input.rows().get(i));
        }
        return groups;
    }

    /** The aggregates of one group. Columns behind one that picks a row are of that row. */
    private List<Value> values(List<Assignment> aggregates, Group group) {
        List<Value> values = new ArrayList<>(aggregates.size());
        Optional<Picked> picked = Optional.empty();
        for (Assignment assignment : aggregates) {
            Optional<RowPick> pick = RowPick.of(assignment.value());
            if (pick.isPresent()) {
                picked = Optional.of(new Picked(pick.get(), group, context));
                values.add(picked.get().value(assignment, true));
            } else if (picked.isPresent() && !hasAggregate(assignment.value())) {
                values.add(picked.get().value(assignment, false));
            } else {
                picked = Optional.empty();
                values.add(group.value(assignment.value()));
            }
        }
        return values;
    }

    private static boolean hasAggregate(Scalar scalar) {
        if (scalar instanceof Scalar.AggregateCall) {
            return true;
        }
        boolean[] found = new boolean[1];
        Trees.forEachChild(scalar, child -> found[0] |= hasAggregate(child));
        return found[0];
    }
}
