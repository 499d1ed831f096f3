package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;

/** Makes values in which a query finds what it asks for. */
final class ShapedEvents {
    private static final int ITEMS = 2;

    private final Random random;
    private final BinaryOperator<String> leaf;

    /**
     * @param leaf a text for the place of a column and the last name on the way into it
     */
    ShapedEvents(Random random, BinaryOperator<String> leaf) {
        this.random = random;
        this.leaf = leaf;
    }

    Value value(DynamicShapes.Shape shape, String place) {
        return value(shape, place, "", random.nextInt(100));
    }

    /**
     * @param item the number of the item of an array, so that each of the values that are asked for stands in one
     */
    private Value value(DynamicShapes.Shape shape, String place, String name, int item) {
        if (shape.steps().containsKey(DynamicShapes.XML)) {
            return new Value.Text(xml(shape.at(DynamicShapes.XML), place, item));
        }
        if (shape.steps().isEmpty()) {
            return new Value.Text(text(shape, place, name, item));
        }
        if (shape.steps().containsKey(DynamicShapes.ITEM)) {
            DynamicShapes.Shape inner = shape.at(DynamicShapes.ITEM);
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < Math.max(ITEMS, inner.most()); i++) {
                items.add(value(inner, place, name, i));
            }
            return new Value.Array(items);
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        shape.steps().forEach((step, inner) -> entries.put(step, value(inner, place, step, item)));
        return new Value.Bag(entries);
    }

    private String text(DynamicShapes.Shape shape, String place, String name, int item) {
        List<String> values = List.copyOf(shape.values());
        return values.isEmpty() ? leaf.apply(place, name) : values.get(item % values.size());
    }

    // ---- XML

    /** A document has one root: of several that are asked for the first. */
    private String xml(DynamicShapes.Shape root, String place, int item) {
        StringBuilder out = new StringBuilder();
        root.steps().entrySet().stream()
                .limit(1)
                .forEach(entry -> element(entry.getKey(), entry.getValue(), place, item, out));
        return out.isEmpty() ? "<Data/>" : out.toString();
    }

    private void element(String name, DynamicShapes.Shape shape, String place, int item, StringBuilder out) {
        if (shape.steps().containsKey(DynamicShapes.ITEM)) {
            DynamicShapes.Shape inner = shape.at(DynamicShapes.ITEM);
            for (int i = 0; i < Math.max(ITEMS, inner.most()); i++) {
                element(name, inner, place, i, out);
            }
            return;
        }
        out.append('<').append(name);
        StringBuilder content = new StringBuilder();
        shape.steps().forEach((step, inner) -> {
            if (step.startsWith("@")) {
                out.append(' ').append(step, 1, step.length()).append("=\"");
                out.append(escaped(text(inner, place, step, item))).append('"');
            } else if (step.equals("#text")) {
                content.insert(0, escaped(text(inner, place, step, item)));
            } else {
                element(step, inner, place, item, content);
            }
        });
        if (shape.steps().isEmpty()) {
            content.append(escaped(text(shape, place, name, item)));
        }
        if (content.isEmpty()) {
            out.append("/>");
        } else {
            out.append('>').append(content).append("</").append(name).append('>');
        }
    }

    private static String escaped(String text) {
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
