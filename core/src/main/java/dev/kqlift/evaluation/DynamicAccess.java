package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.List;

/** {@code a.b}, {@code a["b"]}, {@code a[0]}: what is not there is null. */
final class DynamicAccess {
    private DynamicAccess() {}

    static Value member(Value target, String name) {
        return target instanceof Value.Bag(var entries) ? entries.getOrDefault(name, Nulls.DYNAMIC) : Nulls.DYNAMIC;
    }

    static Value element(Value target, Value index, Origin origin) {
        return switch (index) {
            case Value.Whole(var at, var ignored) ->
                target instanceof Value.Array(var items) ? element(items, at) : Nulls.DYNAMIC;
            case Value.Text(var name) -> member(target, name);
            case Value.Null ignored -> Nulls.DYNAMIC;
            default -> throw Refusals.construct("an index is neither a whole number nor a text", origin);
        };
    }

    private static Value element(List<Value> items, long index) {
        long at = index < 0 ? items.size() + index : index;
        return at < 0 || at >= items.size() ? Nulls.DYNAMIC : items.get((int) at);
    }
}
