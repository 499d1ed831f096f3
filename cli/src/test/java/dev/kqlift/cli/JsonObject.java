package dev.kqlift.cli;

import java.util.List;
import java.util.Map;

/** A JSON object whose values are asked for by what they are expected to be; what is absent or null is empty. */
record JsonObject(Map<?, ?> entries) {
    static JsonObject of(String json) {
        return new JsonObject((Map<?, ?>) JsonTree.of(json));
    }

    /** True where the object has a value of this name that is not null. */
    boolean has(String name) {
        return entries.get(name) != null;
    }

    String text(String name) {
        return has(name) ? entries.get(name).toString() : "";
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(entries.get(name));
    }

    List<String> texts(String name) {
        return items(name).stream().map(Object::toString).toList();
    }

    List<JsonObject> objects(String name) {
        return items(name).stream()
                .map(item -> new JsonObject((Map<?, ?>) item))
                .toList();
    }

    private List<?> items(String name) {
        return entries.get(name) instanceof List<?> items ? items : List.of();
    }
}
