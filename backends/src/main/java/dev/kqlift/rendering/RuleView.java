package dev.kqlift.rendering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a template sees of a rule.
 *
 * @param header the lines of the comment at the head of the file, each harmless in a line comment
 * @param body the translated query
 */
public record RuleView(List<String> header, RuleBody body) {
    public RuleView {
        header = List.copyOf(header);
    }

    /** The names that a template may use; there are no others. */
    Map<String, Object> model() {
        List<Map<String, Object>> parts =
                body.parts().stream().map(RuleView::part).toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("header", header);
        model.put("parts", parts);
        model.put("text", body.text());
        model.put("values", body.values());
        return model;
    }

    private static Map<String, Object> part(RuleBody.Part part) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", part.name());
        model.put("text", part.text());
        return model;
    }
}
