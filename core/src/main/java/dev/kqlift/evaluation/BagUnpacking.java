package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code bag_unpack}: a column for each key that turns up, sorted by name behind those of the input. */
final class BagUnpacking {
    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;
    private final Column bag;
    private final String prefix;
    private final String conflict;
    private final Set<String> ignored = new HashSet<>();

    BagUnpacking(Relation.Evaluate evaluate, EvaluationContext context) {
        this.evaluate = evaluate;
        this.context = context;
        if (!(evaluate.arguments().getFirst() instanceof Scalar.ColumnRef(var column, var origin))) {
            throw Refusals.construct("`bag_unpack` takes a column", evaluate.origin());
        }
        this.bag = column;
        this.prefix = text("OutputColumnPrefix", 1).orElse("");
        this.conflict = text("columnsConflict", 2).orElse("error");
        Optional<Value> names = value("ignoredProperties", 3);
        if (names.isPresent() && names.get() instanceof Value.Array(var items)) {
            items.forEach(item -> ignored.add(TextOf.value(item, KqlType.DYNAMIC)));
        }
    }

    private Optional<Value> value(String name, int place) {
        return Plugins.argument(evaluate, name, place)
                .map(scalar -> ScalarEvaluator.evaluate(scalar, Row.EMPTY, context));
    }

    private Optional<String> text(String name, int place) {
        return value(name, place)
                .flatMap(value -> value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty());
    }

    Plugins.Result evaluate(RowSet input) {
        Map<String, KqlType> unpacked = unpacked(input);
        List<TableSchema.ColumnSchema> columns = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        List<Column> own = input.columns();
        for (int i = 0; i < own.size(); i++) {
            Column column = own.get(i);
            KqlType found = unpacked.get(column.name());
            boolean isBag = column.id().equals(bag.id());
            if (found != null && (isBag || "replace_source".equals(conflict))) {
                if (!isBag) {
                    continue;
                }
                // A key under the name of the bag itself takes its place.
                columns.add(new TableSchema.ColumnSchema(column.name(), found));
                sources.add(-1);
                unpacked.remove(column.name());
            } else if (!isBag) {
                if (found != null && !"keep_source".equals(conflict)) {
                    throw Refusals.engineError(
                            "the bag has a key `" + column.name() + "`, which the table has as a column",
                            evaluate.origin());
                }
                unpacked.remove(column.name());
                columns.add(new TableSchema.ColumnSchema(column.name(), column.type()));
                sources.add(i);
            }
        }
        unpacked.forEach((name, type) -> {
            columns.add(new TableSchema.ColumnSchema(name, type));
            sources.add(-1);
        });
        return new Plugins.Result(columns, rows(input, columns, sources));
    }

    private List<List<Value>> rows(RowSet input, List<TableSchema.ColumnSchema> columns, List<Integer> sources) {
        List<List<Value>> rows = new ArrayList<>(input.size());
        for (List<Value> row : input.rows()) {
            Map<String, Value> entries = entries(row.get(input.place(bag)));
            List<Value> values = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                if (sources.get(i) >= 0) {
                    values.add(row.get(sources.get(i)));
                    continue;
                }
                Value value = entries.get(columns.get(i).name().substring(prefix.length()));
                values.add(
                        value == null || Nulls.isNull(value)
                                ? Nulls.of(columns.get(i).type())
                                : value);
            }
            rows.add(values);
        }
        return rows;
    }

    /** The keys of all bags under the names of their columns, each with the type that its values share. */
    private Map<String, KqlType> unpacked(RowSet input) {
        Map<String, KqlType> types = new TreeMap<>();
        for (List<Value> row : input.rows()) {
            entries(row.get(input.place(bag))).forEach((key, value) -> {
                if (!ignored.contains(key) && !Nulls.isNull(value)) {
                    types.merge(prefix + key, value.type(), (a, b) -> a == b ? a : KqlType.DYNAMIC);
                }
            });
        }
        return types;
    }

    private Map<String, Value> entries(Value value) {
        return switch (value) {
            case Value.Bag(var entries) -> entries;
            case Value.Null ignoredNull -> Map.of();
            default -> throw Refusals.construct("`bag_unpack` of a value that is no bag", evaluate.origin());
        };
    }
}
