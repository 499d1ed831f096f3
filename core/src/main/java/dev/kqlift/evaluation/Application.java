package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** {@code mv-apply} and {@code partition}: the sub-query runs over the rows of each item or group on its own. */
final class Application {
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;
    private final Map<Relation, Boolean> dependents = new IdentityHashMap<>();

    Application(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
        this.context = evaluator.context();
    }

    RowSet evaluate(Relation.Apply apply) {
        RowSet input = evaluator.evaluate(apply.input());
        if (apply.key().isPresent()) {
            // A sub-query with a source of its own need not read the rows of the group.
            return partition(apply, input, apply.key().get());
        }
        demandSource(apply, input);
        return apply(apply, input);
    }

    private void demandSource(Relation.Apply apply, RowSet input) {
        RowSet none = new RowSet(apply.source().columns(), List.of(), input.serialized());
        if (!new RelationEvaluator.Slot(apply.source(), none, dependents).feeds(apply.subquery())) {
            throw Refusals.construct("the sub-query does not read the rows that it is given", apply.origin());
        }
    }

    private RowSet run(Relation.Apply apply, RowSet rows) {
        return evaluator
                .over(new RelationEvaluator.Slot(apply.source(), rows, dependents))
                .evaluate(apply.subquery());
    }

    private RowSet partition(Relation.Apply apply, RowSet input, Scalar key) {
        List<List<Value>> rows = new ArrayList<>();
        List<Assignment> keys = List.of(new Assignment(new Column(new ColumnId(-1), "", key.type()), key));
        for (Aggregation.Members members :
                Aggregation.groups(input, keys, context).values()) {
            rows.addAll(run(apply, input.with(members.rows()))
                    .under(apply.columns())
                    .rows());
        }
        return new RowSet(apply.columns(), rows, false);
    }

    private RowSet apply(Relation.Apply apply, RowSet input) {
        if (!(apply.source() instanceof Relation.Expand expand)) {
            throw new IllegalStateException("mv-apply runs over an expansion");
        }
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            List<List<Value>> items = Expansion.of(input, i, expand, context);
            RowSet result = run(apply, new RowSet(expand.columns(), items, true));
            if (items.isEmpty() && !result.rows().isEmpty()) {
                throw Refusals.construct(
                        "whether the sub-query runs over an empty array is not certain", apply.origin());
            }
            for (List<Value> row : result.rows()) {
                rows.add(joined(apply, input.row(i), result.row(row)));
            }
        }
        return new RowSet(apply.columns(), rows, false);
    }

    /** The columns of the sub-query's row, and of the row around it what the sub-query left out. */
    private static List<Value> joined(Relation.Apply apply, Row outer, Row inner) {
        List<Value> values = new ArrayList<>(apply.columns().size());
        for (Column column : apply.columns()) {
            values.add(inner.value(column.id())
                    .or(() -> outer.value(column.id()))
                    .orElseThrow(
                            () -> Refusals.construct("`" + column.name() + "` has no value here", apply.origin())));
        }
        return values;
    }
}
