package dev.kqlift.rendering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The translated query, finished: what a template places below the header.
 *
 * @param parts named pieces in order: the steps of an SQL query, the stages of a pipeline
 * @param text the last piece, or the whole query where it has no parts
 * @param values further texts by name, each already in the form in which the target takes it
 */
public record RuleBody(List<Part> parts, String text, Map<String, String> values) {
    public RuleBody {
        parts = List.copyOf(parts);
        values = new LinkedHashMap<>(values);
    }

    /** A named piece of the query. */
    public record Part(String name, String text) {}

    @Override
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }
}
