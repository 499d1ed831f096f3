package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.Map;

/** Writes a bag as the XML of which {@code parse_xml()} makes it; elements of a list have names, as those of Windows have. */
final class EventXml {
    private EventXml() {}

    /** The first entry as the root element. */
    static String of(Map<String, Value> entries) {
        StringBuilder out = new StringBuilder();
        entries.entrySet().stream().findFirst().ifPresent(root -> element(root.getKey(), root.getValue(), "", out));
        return out.toString();
    }

    /** An array is several elements of one name. */
    private static void elements(String name, Value value, StringBuilder out) {
        if (value instanceof Value.Array(var items)) {
            for (int i = 0; i < items.size(); i++) {
                element(name, items.get(i), " Name=\"Name" + i + '"', out);
            }
        } else {
            element(name, value, "", out);
        }
    }

    private static void element(String name, Value value, String named, StringBuilder out) {
        boolean hasName = value instanceof Value.Bag(var parts) && parts.containsKey("@Name");
        StringBuilder attributes = new StringBuilder(hasName ? "" : named);
        StringBuilder body = new StringBuilder();
        if (value instanceof Value.Bag(var entries)) {
            entries.forEach((key, part) -> part(key, part, attributes, body));
        } else {
            body.append(escaped(value));
        }
        out.append('<').append(name).append(attributes);
        if (body.isEmpty()) {
            out.append("/>");
        } else {
            out.append('>').append(body).append("</").append(name).append('>');
        }
    }

    private static void part(String key, Value part, StringBuilder attributes, StringBuilder body) {
        if (key.startsWith("@")) {
            attributes
                    .append(' ')
                    .append(key.substring(1))
                    .append("=\"")
                    .append(attribute(part))
                    .append('"');
        } else if (key.equals("#text")) {
            body.append(escaped(part));
        } else {
            elements(key, part, body);
        }
    }

    private static String attribute(Value value) {
        String text = escaped(value);
        return text.isEmpty() ? "Name" : text;
    }

    private static String escaped(Value value) {
        return ValueText.of(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
