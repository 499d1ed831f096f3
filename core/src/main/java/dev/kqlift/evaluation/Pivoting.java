package dev.kqlift.evaluation;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code pivot}: the values of a column become columns. In which order is not documented: several of them are refused where
 * the query does not state the columns.
 */
final class Pivoting {
    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;
    private final Column pivot;
    private final Scalar.AggregateCall aggregate;

    Pivoting(Relation.Evaluate evaluate, EvaluationContext context) {
        this.evaluate = evaluate;
        this.context = context;
        if (!(evaluate.arguments().getFirst() instanceof Scalar.ColumnRef(var column, var origin))) {
            throw Refusals.construct("`pivot` takes a column", evaluate.origin());
        }
        this.pivot = column;
        this.aggregate =
                evaluate.arguments().size() > 1 && evaluate.arguments().get(1) instanceof Scalar.AggregateCall call
                        ? call
                        : count();
    }

    private Scalar.AggregateCall count() {
        Function count = FunctionCatalog.builtIn().aggregate("count").orElseThrow();
        return new Scalar.AggregateCall(count, List.of(), KqlType.LONG, evaluate.origin());
    }

    /** The columns that stay: those that are named, else all that the call does not read. */
    private List<Column> kept(RowSet input) {
        List<Column> named = new ArrayList<>();
        for (Scalar argument :
                evaluate.arguments().subList(1, evaluate.arguments().size())) {
            if (argument instanceof Scalar.ColumnRef(var column, var origin)) {
                named.add(column);
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        List<Column> kept = new ArrayList<>(input.columns());
        kept.removeIf(column -> column.id().equals(pivot.id())
                || aggregate.arguments().stream()
                        .anyMatch(argument -> argument instanceof Scalar.ColumnRef(var read, var origin)
                                && read.id().equals(column.id())));
        return kept;
    }

    Plugins.Result evaluate(RowSet input) {
        List<Column> kept = kept(input);
        Map<String, Integer> pivoted = new LinkedHashMap<>();
        for (List<Value> row : input.rows()) {
            pivoted.putIfAbsent(name(row.get(input.place(pivot))), pivoted.size());
        }
        if (evaluate.open() && pivoted.size() > 1) {
            context.choices()
                    .demand(
                            "the order of the columns that `pivot` makes is not defined",
                            evaluate.origin(),
                            () -> Refusals.construct(
                                    "the order of the columns that `pivot` makes is not known; state them as in `: (Key: string, A: long)`",
                                    evaluate.origin()));
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        kept.forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        pivoted.keySet().forEach(name -> columns.add(new TableSchema.ColumnSchema(name, aggregate.type())));
        List<Assignment> keys = kept.stream()
                .map(column -> new Assignment(column, new Scalar.ColumnRef(column, evaluate.origin())))
                .toList();
        List<List<Value>> rows = new ArrayList<>();
        for (Aggregation.Members members :
                Aggregation.groups(input, keys, context).values()) {
            List<Value> row = new ArrayList<>(members.keys());
            for (String name : pivoted.keySet()) {
                List<List<Value>> cell = members.rows().stream()
                        .filter(member -> name(member.get(input.place(pivot))).equals(name))
                        .toList();
                row.add(new Group(input, cell, context).value(aggregate));
            }
            rows.add(row);
        }
        return new Plugins.Result(columns, rows);
    }

    private String name(Value value) {
        String name = TextOf.value(value, pivot.type());
        if (name.isEmpty()) {
            throw Refusals.construct("an empty value becomes a column without a name", evaluate.origin());
        }
        return name;
    }
}
