package dev.kqlift.semantic;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code scan}: conditions over a row and over the last row of each step. */
final class ScanBinder {
    private final Session session;
    private final ScalarBinder scalars;

    ScanBinder(Session session, ScalarBinder scalars) {
        this.session = session;
        this.scalars = scalars;
    }

    /**
     * @param ordered the input under the order that the operator states
     */
    Relation bind(Relation input, TabularOperator.Scan scan, Relation.Sort ordered, Names names) {
        List<Assignment> declared = declared(scan, names);
        List<Column> made =
                new ArrayList<>(declared.stream().map(Assignment::column).toList());
        List<Column> seen = new ArrayList<>(input.columns());
        made.forEach(column -> ProjectionBinder.replaceOrAdd(seen, column));
        RowScope row = new RowScope(List.copyOf(seen), input.open());
        List<Scalar> bound = plain(scan, row, names);
        List<Column> columns = new ArrayList<>(seen);
        Optional<Column> matchId = matchId(scan);
        matchId.ifPresent(made::add);
        matchId.ifPresent(columns::add);
        columns.addAll(row.inferred());
        Relation.Other plain = new Relation.Other(
                "scan",
                List.of(Inference.add(input, row.inferred())),
                bound,
                made,
                columns,
                input.open(),
                scan.origin());
        return input.open() ? plain : plain.meaning(meaning(scan, seen, declared, ordered, matchId, names));
    }

    /**
     * The scalars as analyses see them: {@code step.Column} is a column of the last row that the step took, which is no
     * column of the input.
     */
    private List<Scalar> plain(TabularOperator.Scan scan, RowScope row, Names names) {
        Names inner = names;
        for (TabularOperator.ScanStep step : scan.steps()) {
            inner = inner.with(
                    step.name().text(),
                    new Symbol.ScalarSymbol(new Scalar.Unbound(
                            step.name().text(), KqlType.UNKNOWN, step.name().origin())));
        }
        List<Scalar> bound = new ArrayList<>();
        for (TabularOperator.ScanStep step : scan.steps()) {
            bound.add(scalars.bind(step.condition(), row, inner));
            for (NamedExpression assignment : step.assignments()) {
                bound.add(scalars.bind(assignment.value(), row, inner));
            }
        }
        return bound;
    }

    private Optional<Column> matchId(TabularOperator.Scan scan) {
        for (Parameter parameter : scan.parameters()) {
            if ("with_match_id".equals(parameter.name())) {
                return Optional.of(session.column(parameter.word(), KqlType.LONG));
            }
        }
        return Optional.empty();
    }

    private OperatorMeaning meaning(
            TabularOperator.Scan scan,
            List<Column> columns,
            List<Assignment> declared,
            Relation.Sort ordered,
            Optional<Column> matchId,
            Names names) {
        Map<String, RowScope> states = new LinkedHashMap<>();
        for (TabularOperator.ScanStep step : scan.steps()) {
            states.put(step.name().text(), state(columns));
        }
        RowScope row = RowScope.ofSteps(List.copyOf(columns), states);
        List<Scalar> partition = new ArrayList<>();
        for (Expression key : scan.partition()) {
            partition.add(scalars.bind(key, row, names));
        }
        List<OperatorMeaning.Step> steps = new ArrayList<>(scan.steps().size());
        for (TabularOperator.ScanStep step : scan.steps()) {
            steps.add(step(step, row, states, columns, names));
        }
        return new OperatorMeaning.Scan(ordered.keys(), partition, declared, steps, matchId);
    }

    private List<Assignment> declared(TabularOperator.Scan scan, Names names) {
        List<Assignment> declared = new ArrayList<>(scan.declared().size());
        for (Statement.FunctionParameter parameter : scan.declared()) {
            KqlType type = parameter.type().flatMap(KqlType::ofName).orElse(KqlType.UNKNOWN);
            Scalar first = parameter
                    .defaultValue()
                    .map(value -> scalars.bind(value, RowScope.NONE, names))
                    .orElseGet(() -> new Scalar.Constant(
                            type == KqlType.STRING ? new Value.Text("") : new Value.Null(type), parameter.origin()));
            declared.add(new Assignment(session.column(parameter.name().text(), type), first));
        }
        return declared;
    }

    private RowScope state(List<Column> columns) {
        List<Column> state = new ArrayList<>(columns.size());
        for (Column column : columns) {
            state.add(session.column(column.name(), column.type()));
        }
        return new RowScope(state, false);
    }

    private OperatorMeaning.Step step(
            TabularOperator.ScanStep step,
            RowScope row,
            Map<String, RowScope> states,
            List<Column> columns,
            Names names) {
        Scalar condition = scalars.bind(step.condition(), row, names);
        List<Assignment> assignments = new ArrayList<>(step.assignments().size());
        for (NamedExpression assignment : step.assignments()) {
            Scalar value = scalars.bind(assignment.value(), row, names);
            String name = assignment.names().isEmpty()
                    ? ""
                    : assignment.names().getFirst().text();
            row.find(name).ifPresent(column -> assignments.add(new Assignment(column, value)));
        }
        List<OperatorMeaning.StateColumn> state = new ArrayList<>(columns.size());
        List<Column> own =
                Objects.requireNonNull(states.get(step.name().text())).columns();
        for (int i = 0; i < own.size(); i++) {
            state.add(new OperatorMeaning.StateColumn(own.get(i), columns.get(i)));
        }
        return new OperatorMeaning.Step(
                step.name().text(), step.optional(), step.output().orElse("all"), state, condition, assignments);
    }
}
