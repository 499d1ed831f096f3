package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code evaluate}: plugins. What their columns are may be known only when they have run. */
final class Plugins {
    private final RelationEvaluator evaluator;

    Plugins(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What a plugin gives. */
    record Result(List<TableSchema.ColumnSchema> columns, List<List<Value>> rows) {}

    RowSet evaluate(Relation.Evaluate evaluate) {
        RowSet input = evaluator.evaluate(evaluate.input());
        Result result = switch (evaluate.name()) {
            case "bag_unpack" -> new BagUnpacking(evaluate, evaluator.context()).evaluate(input);
            case "pivot" -> new Pivoting(evaluate, evaluator.context()).evaluate(input);
            case "geo_line_lookup", "geo_polygon_lookup" -> new PlaceLookup(evaluate, evaluator).evaluate(input);
            case "rolling_percentile" -> new RollingPercentile(evaluate, evaluator.context()).evaluate(input);
            case "active_users_count" -> new ActiveUsers(evaluate, evaluator.context()).evaluate(input);
            case "session_count" -> new SessionCounts(evaluate, evaluator.context()).evaluate(input);
            case "sliding_window_counts" -> new SlidingCounts(evaluate, evaluator.context()).evaluate(input);
            case "activity_metrics" -> new ActivityMetrics(evaluate, evaluator.context()).evaluate(input);
            case "new_activity_metrics" -> new NewActivityMetrics(evaluate, evaluator).evaluate(input);
            case "schema_merge" -> new SchemaMerging(evaluate, evaluator.context()).evaluate(input);
            case "rows_near" -> new NearRows(evaluate, evaluator.context()).evaluate(input);
            case "narrow" -> Narrowing.evaluate(evaluate, input);
            case "dcount_intersect" -> SketchIntersection.evaluate(evaluate, input, evaluator.context());
            case "ipv4_lookup", "ipv6_lookup" -> new AddressLookup(evaluate, evaluator).evaluate(input);
            default ->
                throw Refusals.construct("the plugin `" + evaluate.name() + "` is not evaluated", evaluate.origin());
        };
        return evaluate.open() ? observed(evaluate, result) : bound(evaluate, result);
    }

    private static RowSet observed(Relation.Evaluate evaluate, Result result) {
        throw new ColumnsObserved(evaluate.origin().span(), result.columns());
    }

    /** The result under the columns that the query knows, found by their names. */
    private static RowSet bound(Relation.Evaluate evaluate, Result result) {
        int[] places = new int[evaluate.columns().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(evaluate.columns().get(i), result, evaluate);
        }
        List<List<Value>> rows = new ArrayList<>(result.rows().size());
        for (List<Value> row : result.rows()) {
            List<Value> values = new ArrayList<>(places.length);
            for (int i = 0; i < places.length; i++) {
                Column column = evaluate.columns().get(i);
                values.add(places[i] < 0 ? Nulls.of(column.type()) : row.get(places[i]));
            }
            rows.add(values);
        }
        return new RowSet(evaluate.columns(), rows, false);
    }

    private static int place(Column column, Result result, Relation.Evaluate evaluate) {
        for (int i = 0; i < result.columns().size(); i++) {
            TableSchema.ColumnSchema own = result.columns().get(i);
            if (own.name().equals(column.name())) {
                if (own.type() != column.type()) {
                    throw Refusals.construct(
                            "`" + column.name() + "` is a " + own.type().word()
                                    + " in the data, which the query calls a "
                                    + column.type().word(),
                            evaluate.origin());
                }
                return i;
            }
        }
        return -1;
    }

    /** The argument under a name, or at a place among those without one. */
    static Optional<Scalar> argument(Relation.Evaluate evaluate, String name, int place) {
        int unnamed = 0;
        for (int i = 0; i < evaluate.arguments().size(); i++) {
            Optional<String> own = evaluate.argumentNames().get(i);
            if (own.isPresent() ? own.get().equals(name) : unnamed++ == place) {
                return Optional.of(evaluate.arguments().get(i));
            }
        }
        return Optional.empty();
    }
}
