package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of property bags. */
final class BagFunctions {
    private BagFunctions() {}

    static void addTo(FunctionTable table) {
        for (String name : new String[] {"bag_pack", "pack", "pack_dictionary"}) {
            table.add(name, BagFunctions::pack);
        }
        table.add("bag_keys", BagFunctions::keys);
        table.add("bag_has_key", BagFunctions::hasKey);
        table.add("bag_merge", BagFunctions::merge);
        table.add("bag_remove_keys", BagFunctions::removeKeys);
        table.add("bag_set_key", BagFunctions::setKey);
        table.add("bag_zip", BagFunctions::zip);
    }

    static Optional<Map<String, Value>> bag(Value value) {
        return value instanceof Value.Bag(var entries) ? Optional.of(entries) : Optional.empty();
    }

    /** {@code bag_pack(key, value, …)}: a null stays as one. */
    private static Value pack(Arguments a) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i + 1 < a.count(); i += 2) {
            if (entries.put(a.text(i), Dynamics.of(a.value(i + 1))) != null) {
                throw a.refuse("the key `" + a.text(i) + "` stands twice");
            }
        }
        return new Value.Bag(entries);
    }

    private static Value keys(Arguments a) {
        return bag(a.value(0))
                .<Value>map(entries -> new Value.Array(
                        entries.keySet().stream().<Value>map(Value.Text::new).toList()))
                .orElse(a.none());
    }

    private static List<JsonPath.Step> path(Arguments a, String key) {
        if (!key.startsWith("$")) {
            return List.of(new JsonPath.Step(key, -1));
        }
        List<JsonPath.Step> steps =
                JsonPath.steps(key).orElseThrow(() -> a.refuse("the path is in a form that is not evaluated"));
        if (steps.isEmpty() || steps.stream().anyMatch(JsonPath.Step::isIndex)) {
            throw a.refuse("a path leads into an array");
        }
        return steps;
    }

    private static Value hasKey(Arguments a) {
        if (bag(a.value(0)).isEmpty()) {
            throw a.refuse("argument 1 is no property bag");
        }
        Value value = a.value(0);
        for (JsonPath.Step step : path(a, a.text(1))) {
            Optional<Map<String, Value>> entries = bag(value);
            if (entries.isEmpty() || !entries.get().containsKey(step.key())) {
                return Logic.FALSE;
            }
            value = DynamicAccess.member(value, step.key());
        }
        return Logic.TRUE;
    }

    /** Of several values of a key the leftmost stays. */
    private static Value merge(Arguments a) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Value value : a.values()) {
            bag(value)
                    .orElseThrow(() -> a.refuse("an argument is no property bag"))
                    .forEach(entries::putIfAbsent);
        }
        return new Value.Bag(entries);
    }

    private static Value removeKeys(Arguments a) {
        if (bag(a.value(0)).isEmpty()) {
            return a.none();
        }
        Value result = a.value(0);
        for (Value key : a.array(1).orElseThrow(() -> a.refuse("argument 2 is no array"))) {
            if (key instanceof Value.Text(var text)) {
                result = without(result, path(a, text));
            }
        }
        return result;
    }

    private static Value without(Value value, List<JsonPath.Step> path) {
        Optional<Map<String, Value>> entries = bag(value);
        String key = path.get(0).key();
        if (entries.isEmpty() || !entries.get().containsKey(key)) {
            return value;
        }
        Map<String, Value> result = new LinkedHashMap<>(entries.get());
        if (path.size() == 1) {
            result.remove(key);
        } else {
            result.put(key, without(DynamicAccess.member(value, key), path.subList(1, path.size())));
        }
        return new Value.Bag(result);
    }

    private static Value setKey(Arguments a) {
        if (bag(a.value(0)).isEmpty()) {
            throw a.refuse("argument 1 is no property bag");
        }
        return with(a.value(0), path(a, a.text(1)), Dynamics.of(a.value(2)));
    }

    /** The bag with a value at a path; the key stands last, bags that the path lacks are made. */
    private static Value with(Value value, List<JsonPath.Step> path, Value set) {
        Map<String, Value> entries = new LinkedHashMap<>(bag(value).orElse(Map.of()));
        String key = path.get(0).key();
        Value inner =
                path.size() == 1 ? set : with(DynamicAccess.member(value, key), path.subList(1, path.size()), set);
        entries.remove(key);
        entries.put(key, inner);
        return new Value.Bag(entries);
    }

    /** Keys that are no texts are left out, values that are missing are null. */
    private static Value zip(Arguments a) {
        List<Value> keys = a.array(0).orElseThrow(() -> a.refuse("argument 1 is no array"));
        List<Value> values = a.array(1).orElse(new ArrayList<>());
        Map<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).type() == KqlType.STRING) {
                entries.put(
                        TextOf.value(keys.get(i), KqlType.STRING), i < values.size() ? values.get(i) : Nulls.DYNAMIC);
            }
        }
        return new Value.Bag(entries);
    }
}
