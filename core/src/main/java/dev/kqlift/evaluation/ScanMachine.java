package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code scan}: each row is shown to all steps, the last first. A step takes it from the sequence of the step before it, or
 * else goes on with its own.
 */
final class ScanMachine {
    private final OperatorMeaning.Scan scan;
    private final Relation.Other relation;
    private final EvaluationContext context;

    ScanMachine(OperatorMeaning.Scan scan, Relation.Other relation, EvaluationContext context) {
        this.scan = scan;
        this.relation = relation;
        this.context = context;
        for (OperatorMeaning.Step step : scan.steps()) {
            if (step.optional() || "last".equals(step.output())) {
                throw Refusals.construct("optional steps and output=last are not evaluated", relation.origin());
            }
        }
    }

    /** A sequence that runs: for each step that it went through the last row, and its number. */
    private record Sequence(List<Map<ColumnId, Value>> rows, long match) {}

    RowSet evaluate(RowSet input) {
        if (!input.serialized() && scan.order().isEmpty()) {
            throw Refusals.engineError("`scan` needs ordered rows; put sort or serialize before", relation.origin());
        }
        List<List<Value>> ordered =
                scan.order().isEmpty() ? input.rows() : Sorting.sorted(input, input.rows(), scan.order(), context);
        List<Assignment> keys = new ArrayList<>();
        for (Scalar key : scan.partition()) {
            keys.add(new Assignment(new Column(new ColumnId(-1), "", key.type()), key));
        }
        List<List<Value>> rows = new ArrayList<>();
        for (Aggregation.Members members :
                Aggregation.groups(input.with(ordered), keys, context).values()) {
            run(input, members.rows(), rows);
        }
        return new RowSet(relation.columns(), rows, true);
    }

    private void run(RowSet input, List<List<Value>> rows, List<List<Value>> into) {
        List<Optional<Sequence>> states = new ArrayList<>();
        scan.steps().forEach(step -> states.add(Optional.empty()));
        long[] matches = {0};
        for (List<Value> row : rows) {
            for (int k = scan.steps().size() - 1; k >= 0; k--) {
                show(input.row(row), k, states, matches, into);
            }
        }
    }

    private void show(Row row, int k, List<Optional<Sequence>> states, long[] matches, List<List<Value>> into) {
        OperatorMeaning.Step step = scan.steps().get(k);
        if (k > 0 && states.get(k - 1).isPresent() && holds(step, row, states.get(k - 1))) {
            Sequence before = states.get(k - 1).get();
            states.set(k - 1, Optional.empty());
            states.set(k, Optional.of(extended(step, row, Optional.of(before), before.match(), k, into)));
            return;
        }
        if ((k == 0 || states.get(k).isPresent()) && holds(step, row, states.get(k))) {
            long match = states.get(k).map(Sequence::match).orElseGet(() -> matches[0]++);
            states.set(k, Optional.of(extended(step, row, states.get(k), match, k, into)));
        }
    }

    private boolean holds(OperatorMeaning.Step step, Row row, Optional<Sequence> state) {
        Value truth = ScalarEvaluator.evaluate(step.condition(), seen(row, state), context);
        return Logic.isTrue(Logic.condition(truth, step.condition().origin()));
    }

    /** The row with the columns that are declared, and under the names of the steps the rows of the state. */
    private Row seen(Row row, Optional<Sequence> state) {
        Map<ColumnId, Value> values = new HashMap<>();
        for (Assignment declared : scan.declared()) {
            values.put(declared.column().id(), first(declared));
        }
        for (int i = 0; i < scan.steps().size(); i++) {
            Map<ColumnId, Value> last =
                    state.isPresent() && i < state.get().rows().size()
                            ? state.get().rows().get(i)
                            : Map.of();
            for (OperatorMeaning.StateColumn column : scan.steps().get(i).state()) {
                Value value = last.get(column.of().id());
                values.put(column.state().id(), value != null ? value : initial(column.of()));
            }
        }
        return new Seen(row, values);
    }

    private Value first(Assignment declared) {
        return LiteralCells.cell(
                ScalarEvaluator.evaluate(declared.value(), Row.EMPTY, context),
                declared.column().type(),
                declared.value().origin(),
                context);
    }

    private Value initial(Column column) {
        for (Assignment declared : scan.declared()) {
            if (declared.column().id().equals(column.id())) {
                return first(declared);
            }
        }
        return Nulls.of(column.type());
    }

    private Sequence extended(
            OperatorMeaning.Step step, Row row, Optional<Sequence> state, long match, int k, List<List<Value>> into) {
        Row seen = seen(row, state);
        Map<ColumnId, Value> values = new HashMap<>();
        scan.declared().forEach(declared -> values.put(declared.column().id(), first(declared)));
        for (Assignment assignment : step.assignments()) {
            Value value = ScalarEvaluator.evaluate(assignment.value(), seen, context);
            values.put(
                    assignment.column().id(),
                    LiteralCells.cell(
                            value,
                            assignment.column().type(),
                            assignment.value().origin(),
                            context));
        }
        for (Column column : row.columns()) {
            values.putIfAbsent(column.id(), row.value(column.id()).orElseThrow());
        }
        scan.matchId().ifPresent(column -> values.put(column.id(), new Value.Whole(match, KqlType.LONG)));
        if (!"none".equals(step.output())) {
            List<Value> out = new ArrayList<>(relation.columns().size());
            relation.columns().forEach(column -> out.add(values.getOrDefault(column.id(), Nulls.of(column.type()))));
            into.add(out);
        }
        List<Map<ColumnId, Value>> rows =
                new ArrayList<>(state.map(Sequence::rows).orElse(List.of()));
        while (rows.size() <= k) {
            rows.add(Map.of());
        }
        rows.set(k, values);
        return new Sequence(rows, match);
    }

    private record Seen(Row row, Map<ColumnId, Value> values) implements Row {
        @Override
        public List<Column> columns() {
            return row.columns();
        }

        @Override
        public Optional<Value> value(ColumnId id) {
            Value own = values.get(id);
            return own != null ? Optional.of(own) : row.value(id);
        }
    }
}
