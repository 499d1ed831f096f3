package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code geo_line_lookup} and {@code geo_polygon_lookup}: the rows of a table whose line is near, or whose polygon is around. */
final class PlaceLookup {
    private final Relation.Evaluate evaluate;
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;
    private final boolean lines;

    PlaceLookup(Relation.Evaluate evaluate, RelationEvaluator evaluator) {
        this.evaluate = evaluate;
        this.evaluator = evaluator;
        this.context = evaluator.context();
        this.lines = "geo_line_lookup".equals(evaluate.name());
    }

    Plugins.Result evaluate(RowSet input) {
        long unnamed =
                evaluate.argumentNames().stream().filter(name -> name.isEmpty()).count();
        if (unnamed != (lines ? 5 : 4)
                || !(evaluate.arguments().getFirst() instanceof Scalar.RelationArgument(var table, var origin))) {
            throw Refusals.construct("this form of `" + evaluate.name() + "` is not evaluated", evaluate.origin());
        }
        RowSet lookup = evaluator.evaluate(table);
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<Integer> kept = kept(input, lookup);
        boolean keepsAll = Plugins.argument(evaluate, "return_unmatched", 5)
                .map(scalar -> ScalarEvaluator.evaluate(scalar, Row.EMPTY, context))
                .filter(Logic::isTrue)
                .isPresent();
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            int before = rows.size();
            for (int j = 0; j < lookup.size(); j++) {
                if (meets(input.row(i), lookup.row(j))) {
                    List<Value> row = new ArrayList<>(input.rows().get(i));
                    List<Value> found = lookup.rows().get(j);
                    kept.forEach(place -> row.add(found.get(place)));
                    rows.add(row);
                }
            }
            if (rows.size() == before && keepsAll) {
                List<Value> row = new ArrayList<>(input.rows().get(i));
                kept.forEach(
                        place -> row.add(Nulls.of(lookup.columns().get(place).type())));
                rows.add(row);
            }
        }
        return new Plugins.Result(columns, rows);
    }

    /** Where the columns that the result has of the table stand in it: all, or all but the one with the shapes. */
    private List<Integer> kept(RowSet input, RowSet lookup) {
        List<Integer> kept = new ArrayList<>();
        int wanted = evaluate.columns().size() - input.columns().size();
        for (int i = 0; i < lookup.columns().size(); i++) {
            Column column = lookup.columns().get(i);
            boolean shape = evaluate.arguments().get(1) instanceof Scalar.ColumnRef(var key, var origin)
                    && key.name().equals(column.name());
            if (wanted == lookup.columns().size() || !shape) {
                kept.add(i);
            }
        }
        if (kept.size() != wanted) {
            throw Refusals.construct("the columns of the table that is looked up are not certain", evaluate.origin());
        }
        return kept;
    }

    private boolean meets(Row row, Row place) {
        Value shape = ScalarEvaluator.evaluate(evaluate.arguments().get(1), place, context);
        Value longitude = ScalarEvaluator.evaluate(evaluate.arguments().get(2), row, context);
        Value latitude = ScalarEvaluator.evaluate(evaluate.arguments().get(3), row, context);
        if (!lines) {
            return Logic.isTrue(call("geo_point_in_polygon", KqlType.BOOL, List.of(longitude, latitude, shape)));
        }
        Value distance = call("geo_distance_point_to_line", KqlType.REAL, List.of(longitude, latitude, shape));
        Value radius = ScalarEvaluator.evaluate(evaluate.arguments().get(4), row, context);
        return Numbers.isNumber(distance) && Numbers.isNumber(radius) && Numbers.real(distance) <= Numbers.real(radius);
    }

    private Value call(String function, KqlType type, List<Value> arguments) {
        return ScalarFunctions.find(function)
                .orElseThrow(() -> Refusals.call("`" + function + "` is not evaluated", evaluate.origin()))
                .apply(
                        new CallSite(
                                function,
                                type,
                                List.of(KqlType.REAL, KqlType.REAL, KqlType.DYNAMIC),
                                evaluate.origin(),
                                context),
                        arguments);
    }
}
