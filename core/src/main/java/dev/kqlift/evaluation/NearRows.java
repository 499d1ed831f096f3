package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code rows_near}: the rows that meet a condition, and those that stand a number of rows before or after one. */
final class NearRows {
    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;

    NearRows(Relation.Evaluate evaluate, EvaluationContext context) {
        this.evaluate = evaluate;
        this.context = context;
    }

    Plugins.Result evaluate(RowSet input) {
        if (!input.serialized()) {
            throw Refusals.construct("`rows_near` over rows without an order", evaluate.origin());
        }
        long before = number(1);
        long after = evaluate.arguments().size() > 2 ? number(2) : before;
        boolean[] near = new boolean[input.size()];
        for (int i = 0; i < near.length; i++) {
            Value truth = ScalarEvaluator.evaluate(evaluate.arguments().getFirst(), input.row(i), context);
            if (Logic.isTrue(truth)) {
                for (long j = Math.max(0, i - before); j <= i + after && j < near.length; j++) {
                    near[(int) j] = true;
                }
            }
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                rows.add(input.rows().get(i));
            }
        }
        return new Plugins.Result(columns, rows);
    }

    private long number(int argument) {
        if (evaluate.arguments().size() > argument
                && ScalarEvaluator.evaluate(evaluate.arguments().get(argument), Row.EMPTY, context)
                        instanceof Value.Whole(var number, var type)
                && number >= 0
                && number <= Integer.MAX_VALUE) {
            return number;
        }
        throw Refusals.construct("the number of rows is a whole number that is not negative", evaluate.origin());
    }
}
