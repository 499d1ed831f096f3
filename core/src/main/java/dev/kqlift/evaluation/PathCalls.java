package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code all}, {@code any} and {@code map} over the edges of a path of a match, or over the nodes inside of it. */
final class PathCalls implements Surroundings {
    private final OperatorMeaning.GraphMatch match;
    private final Surroundings plain;

    PathCalls(OperatorMeaning.GraphMatch match, Surroundings plain) {
        this.match = match;
        this.plain = plain;
    }

    /** An element of the pattern: its edges or, where it is a path, the nodes inside of it. */
    private record Elements(String name, boolean inner) {}

    @Override
    public Optional<Value> first(Relation relation, Row row) {
        return plain.first(relation, row);
    }

    @Override
    public Items firstColumn(Relation relation, Row row) {
        return plain.firstColumn(relation, row);
    }

    @Override
    public Optional<Value> call(Scalar.Call call, Row row, EvaluationContext context) {
        return switch (call.function().name()) {
            case "all", "any", "map" -> elements(call).map(elements -> over(elements, call, row, context));
            default -> Optional.empty();
        };
    }

    private static Optional<Elements> elements(Scalar.Call call) {
        return call.arguments().size() != 2
                ? Optional.empty()
                : switch (call.arguments().getFirst()) {
                    case Scalar.Unbound(var name, var type, var origin) -> Optional.of(new Elements(name, false));
                    case Scalar.Call inner
                    when inner.function().name().equals("inner_nodes")
                            && inner.arguments().size() == 1
                            && inner.arguments().getFirst() instanceof Scalar.Unbound path ->
                        Optional.of(new Elements(path.text(), true));
                    default -> Optional.empty();
                };
    }

    private Value over(Elements elements, Scalar.Call call, Row row, EvaluationContext context) {
        List<Value> values = new ArrayList<>();
        int count = count(elements, row);
        for (int i = 0; i < count; i++) {
            values.add(
                    ScalarEvaluator.evaluate(call.arguments().get(1), new Item(row, item(elements, row, i)), context));
        }
        if (call.function().name().equals("map")) {
            return new Value.Array(values.stream().map(Dynamics::of).toList());
        }
        boolean all = call.function().name().equals("all");
        for (Value value : values) {
            boolean holds = Logic.isTrue(Logic.condition(value, call.origin()));
            if (holds != all) {
                return Logic.of(holds);
            }
        }
        return Logic.of(all);
    }

    private int count(Elements elements, Row row) {
        for (int i = 0; i < match.edges().size(); i++) {
            if (match.edges().get(i).name().equals(elements.name())
                    && row.value(GraphMatching.length(i).id()).orElseThrow() instanceof Value.Whole length) {
                return (int) length.value() - (elements.inner() ? 1 : 0);
            }
        }
        return elements.inner() ? 0 : 1;
    }

    private Map<ColumnId, Value> item(Elements elements, Row row, int place) {
        OperatorMeaning.PatternPart part =
                elements.inner() ? OperatorMeaning.PatternPart.EACH_INNER_NODE : OperatorMeaning.PatternPart.EACH_EDGE;
        Map<ColumnId, Value> values = new HashMap<>();
        for (OperatorMeaning.PatternColumn column : match.columns()) {
            if (column.element().equals(elements.name())
                    && column.part() == part
                    && row.value(column.column().id()).orElseThrow() instanceof Value.Array(var items)) {
                values.put(column.column().id(), items.get(place));
            }
        }
        return values;
    }

    /** The row of a match, with the values of one item of a path. */
    private record Item(Row row, Map<ColumnId, Value> own) implements Row {
        @Override
        public List<Column> columns() {
            return row.columns();
        }

        @Override
        public Optional<Value> value(ColumnId id) {
            return own.containsKey(id) ? Optional.of(own.get(id)) : row.value(id);
        }
    }
}
