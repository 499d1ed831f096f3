package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code dcount_intersect}: for each row how many values the first sketches have in common: one of them, two, and so on. */
final class SketchIntersection {
    private SketchIntersection() {}

    static Plugins.Result evaluate(Relation.Evaluate evaluate, RowSet input, EvaluationContext context) {
        CallSite site = new CallSite(evaluate.name(), KqlType.LONG, List.of(), evaluate.origin(), context);
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            List<Value> row = new ArrayList<>(input.rows().get(i));
            List<Set<RowKey>> sketches = new ArrayList<>();
            for (Scalar argument : evaluate.arguments()) {
                sketches.add(keys(Sketches.values(ScalarEvaluator.evaluate(argument, input.row(i), context), site)));
            }
            Set<RowKey> common = new HashSet<>(sketches.getFirst());
            for (Set<RowKey> sketch : sketches) {
                common.retainAll(sketch);
                row.add(Numbers.ofLong(common.size()));
            }
            rows.add(row);
        }
        return new Plugins.Result(columns, rows);
    }

    private static Set<RowKey> keys(List<Value> values) {
        Set<RowKey> keys = new HashSet<>();
        values.forEach(value -> keys.add(RowKey.of(List.of(value))));
        return keys;
    }
}
