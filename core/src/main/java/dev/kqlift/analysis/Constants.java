package dev.kqlift.analysis;

import dev.kqlift.ir.LiteralColumns;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of the constants that a test compares with, arrays flattened, and whether any of them is a text. Literal
 * tables, and sets put together of constants, count as the list of their values.
 */
final class Constants {
    private final List<String> texts;
    private boolean anyText;

    private Constants(int size) {
        texts = new ArrayList<>(size);
    }

    /** The constants among the items; what is not constant is passed over. */
    static Constants of(List<Scalar> items) {
        Constants constants = new Constants(items.size());
        for (int i = 0; i < items.size(); i++) {
            constants.add(items.get(i), true);
        }
        return constants;
    }

    /** A single item that is a list. */
    static Constants ofList(Scalar item) {
        return of(List.of(item));
    }

    /** The literals of a table's first column; none where the table is not literal. */
    static Constants ofRows(Relation relation) {
        Constants constants = new Constants(0);
        constants.add(relation);
        return constants;
    }

    /** One side of a comparison, whose array is a single value. */
    static Constants whole(Scalar side) {
        Constants constants = new Constants(1);
        constants.add(side, false);
        return constants;
    }

    List<String> texts() {
        return texts;
    }

    /** True when case can mean something: where a constant is a text, or where no constant is known. */
    boolean mayBeText() {
        return anyText || texts.isEmpty();
    }

    private void add(Scalar item, boolean flatten) {
        switch (item) {
            case Scalar.Constant constant -> add(constant.value(), flatten);
            case Scalar.Element element -> element(element).ifPresent(value -> add(value, flatten));
            case Scalar.Member member -> member(member).ifPresent(value -> add(value, flatten));
            case Scalar.Subquery(var relation, var type, var origin) -> {
                // Of several rows only the first counts, so that a list has to be the set or the array of one row.
                if (flatten
                        && relation instanceof Relation.Aggregate aggregate
                        && aggregate.keys().isEmpty()) {
                    add(relation);
                }
            }
            case Scalar.RelationArgument(var relation, var origin) -> {
                if (flatten) {
                    add(relation);
                }
            }
            case Scalar.Call call -> {
                if (flatten && keepsItems(call)) {
                    for (Scalar argument : call.arguments()) {
                        add(argument, true);
                    }
                }
            }
            case Scalar.ColumnRef ignored -> {}
            case Scalar.Comparison ignored -> {}
            case Scalar.StringMatch ignored -> {}
            case Scalar.InList ignored -> {}
            case Scalar.InRelation ignored -> {}
            case Scalar.Between ignored -> {}
            case Scalar.Logical ignored -> {}
            case Scalar.Not ignored -> {}
            case Scalar.Arithmetic ignored -> {}
            case Scalar.Negate ignored -> {}
            case Scalar.AggregateCall ignored -> {}
            case Scalar.UnknownCall ignored -> {}
            case Scalar.AnyColumn ignored -> {}
            case Scalar.Unbound ignored -> {}
        }
    }

    private void add(Relation relation) {
        for (Value value : LiteralColumns.first(relation).orElse(List.of())) {
            add(value, true);
        }
    }

    /** Whether the items of a call's value are those of its arguments, whatever their order. */
    private static boolean keepsItems(Scalar.Call call) {
        return switch (call.function().name()) {
            case "array_concat", "pack_array", "set_union" -> true;
            // A text would be taken apart first.
            case "parse_json", "parsejson", "todynamic" ->
                call.arguments().size() == 1 && call.arguments().getFirst().type() != KqlType.STRING;
            default -> false;
        };
    }

    /** An item of a constant array. */
    private static Optional<Value> element(Scalar.Element element) {
        if (!(element.target() instanceof Scalar.Constant(Value.Array(var items), var ignored))
                || !(element.index() instanceof Scalar.Constant(Value.Whole(var index, var type), var origin))) {
            return Optional.empty();
        }
        long place = index < 0 ? index + items.size() : index;
        return place >= 0 && place < items.size() ? Optional.of(items.get((int) place)) : Optional.empty();
    }

    /** An entry of a constant bag. */
    private static Optional<Value> member(Scalar.Member member) {
        return member.target() instanceof Scalar.Constant(Value.Bag(var entries), var ignored)
                ? Optional.ofNullable(entries.get(member.name()))
                : Optional.empty();
    }

    private void add(Value value, boolean flatten) {
        if (flatten && value instanceof Value.Array array) {
            for (Value item : array.items()) {
                add(item, true);
            }
        } else if (!(value instanceof Value.Null)) {
            // A null is looked for by no comparison, and would read like the text "null".
            anyText |= value.type() == KqlType.STRING || value.type() == KqlType.DYNAMIC;
            texts.add(ValueText.of(value));
        }
    }
}
