package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a dynamic value by which the engine says that it has nothing to tell. Whether that is a null, a bag without
 * entries or one with empty texts is not known; who asks for an entry gets a part of it, a null or an empty text, which is
 * the same as a text, as a number and to {@code isempty()}. Every other question is refused.
 */
final class Untold extends AbstractMap<String, Value> {
    /** What does not tell a null from an empty text in a part, or passes a value on as it is. */
    private static final List<String> TAKE_PARTS = List.of(
            "tostring",
            "toint",
            "tolong",
            "toreal",
            "todouble",
            "todecimal",
            "isempty",
            "isnotempty",
            "notempty",
            "parse_json",
            "parsejson",
            "todynamic",
            "toobject",
            "bag_pack",
            "pack");

    /** What passes a whole on as it is. */
    private static final List<String> TAKE_WHOLES =
            List.of("parse_json", "parsejson", "todynamic", "toobject", "bag_pack", "pack");

    private final Supplier<NotEvaluated> refusal;
    private final boolean part;

    private Untold(Supplier<NotEvaluated> refusal, boolean part) {
        this.refusal = refusal;
        this.part = part;
    }

    /** A value of which nothing is told. */
    static Value whole(Supplier<NotEvaluated> refusal) {
        return new Value.Bag(new Untold(refusal, false));
    }

    /** An entry of a bag of which nothing is told: a null or an empty text. */
    static Value part(Supplier<NotEvaluated> refusal) {
        return new Value.Bag(new Untold(refusal, true));
    }

    /** Whether a value is a null or an empty text, and it is not known which. */
    static boolean isPart(Value value) {
        return value instanceof Value.Bag(Untold untold) && untold.part;
    }

    /** The value itself; refused where nothing is told of it. */
    static Value required(Value value) {
        if (value instanceof Value.Bag(Untold untold)) {
            throw untold.refusal.get();
        }
        return value;
    }

    /** Refuses arguments of which nothing is told where a function would look at them. */
    static void requireFor(String function, List<Value> arguments) {
        for (Value argument : arguments) {
            if (argument instanceof Value.Bag(Untold untold)
                    && !(untold.part ? TAKE_PARTS : TAKE_WHOLES).contains(function)) {
                throw untold.refusal.get();
            }
        }
    }

    @Override
    public @Nullable Value get(@Nullable Object key) {
        return part ? null : part(refusal);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return !part;
    }

    @Override
    public Set<Map.Entry<String, Value>> entrySet() {
        throw refusal.get();
    }
}
