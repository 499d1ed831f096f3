package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code ipv4_lookup} and {@code ipv6_lookup}: the row of a table whose network an address is in. */
final class AddressLookup {
    private final Relation.Evaluate evaluate;
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;

    AddressLookup(Relation.Evaluate evaluate, RelationEvaluator evaluator) {
        this.evaluate = evaluate;
        this.evaluator = evaluator;
        this.context = evaluator.context();
    }

    Plugins.Result evaluate(RowSet input) {
        boolean keepsAll = Plugins.argument(evaluate, "return_unmatched", 3)
                .map(scalar -> ScalarEvaluator.evaluate(scalar, Row.EMPTY, context))
                .filter(Logic::isTrue)
                .isPresent();
        boolean plain = evaluate.arguments().size() >= 3
                && evaluate.arguments().stream().skip(3).noneMatch(Scalar.ColumnRef.class::isInstance);
        if (!plain || !(evaluate.arguments().getFirst() instanceof Scalar.RelationArgument(var table, var origin))) {
            throw Refusals.construct("this form of `" + evaluate.name() + "` is not evaluated", evaluate.origin());
        }
        RowSet lookup = evaluator.evaluate(table);
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        evaluate.columns().forEach(column -> columns.add(new TableSchema.ColumnSchema(column.name(), column.type())));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            List<Value> found = found(input.row(i), lookup);
            if (!found.isEmpty() || keepsAll) {
                List<Value> row = new ArrayList<>(input.rows().get(i));
                if (found.isEmpty()) {
                    for (Column column : lookup.columns()) {
                        row.add(Nulls.of(column.type()));
                    }
                }
                row.addAll(found);
                rows.add(row);
            }
        }
        return new Plugins.Result(columns, rows);
    }

    /** The row of the table whose network the address of a row is in; empty where there is none. */
    private List<Value> found(Row row, RowSet lookup) {
        Value address = ScalarEvaluator.evaluate(evaluate.arguments().get(1), row, context);
        List<Value> found = List.of();
        for (int i = 0; i < lookup.size(); i++) {
            Value network = ScalarEvaluator.evaluate(evaluate.arguments().get(2), lookup.row(i), context);
            if (Logic.isTrue(isIn(address, network))) {
                if (!found.isEmpty()) {
                    throw Refusals.construct("an address is in several networks of the table", evaluate.origin());
                }
                found = lookup.rows().get(i);
            }
        }
        return found;
    }

    private Value isIn(Value address, Value network) {
        String test = evaluate.name().replace("_lookup", "_is_in_range");
        return ScalarFunctions.find(test)
                .orElseThrow()
                .apply(
                        new CallSite(
                                test,
                                KqlType.BOOL,
                                List.of(KqlType.STRING, KqlType.STRING),
                                evaluate.origin(),
                                context),
                        List.of(address, network));
    }
}
