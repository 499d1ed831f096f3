package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Makes values in which a query finds what it asks for. */
final class ShapedEvents {
    private static final int ITEMS = 2;

    private final Random random;
    private final BiFunction<DynamicShapes.Shape, String, Value> leaf;

    /**
     * @param leaf the value of a part without parts of its own, by its shape and the last name on the way to it
     */
    ShapedEvents(Random random, BiFunction<DynamicShapes.Shape, String, Value> leaf) {
        this.random = random;
        this.leaf = leaf;
    }

    Value value(DynamicShapes.Shape shape) {
        return value(shape, "", random.nextInt(100));
    }

    /**
     * @param item the number of the item of an array, so that each of the values that are asked for stands in one
     */
    private Value value(DynamicShapes.Shape shape, String name, int item) {
        if (shape.steps().containsKey(DynamicShapes.XML)) {
            return new Value.Text(xml(shape.at(DynamicShapes.XML), item));
        }
        if (shape.steps().isEmpty()) {
            return part(shape, name, item);
        }
        if (shape.steps().containsKey(DynamicShapes.ITEM)) {
            DynamicShapes.Shape inner = shape.at(DynamicShapes.ITEM);
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < Math.max(ITEMS, inner.most()); i++) {
                items.add(value(inner, name, i));
            }
            return new Value.Array(items);
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        shape.steps().forEach((step, inner) -> entries.put(step, value(inner, step, item)));
        return new Value.Bag(entries);
    }

    private Value part(DynamicShapes.Shape shape, String name, int item) {
        List<String> values = List.copyOf(shape.values());
        return values.isEmpty() ? leaf.apply(shape, name) : new Value.Text(values.get(item % values.size()));
    }

    private String text(DynamicShapes.Shape shape, String name, int item) {
        return ValueText.of(part(shape, name, item));
    }

    // ---- XML

    /** A document has one root: of several that are asked for the first. */
    private String xml(DynamicShapes.Shape root, int item) {
        StringBuilder out = new StringBuilder();
        root.steps().entrySet().stream()
                .limit(1)
                .forEach(entry -> element(entry.getKey(), entry.getValue(), item, out));
        return out.isEmpty() ? "<Data/>" : out.toString();
    }

    private void element(String name, DynamicShapes.Shape shape, int item, StringBuilder out) {
        if (shape.steps().containsKey(DynamicShapes.ITEM)) {
            DynamicShapes.Shape inner = shape.at(DynamicShapes.ITEM);
            for (int i = 0; i < Math.max(ITEMS, inner.most()); i++) {
                element(name, inner, i, out);
            }
            return;
        }
        out.append('<').append(name);
        StringBuilder content = new StringBuilder();
        shape.steps().forEach((step, inner) -> {
            if (step.startsWith("@")) {
                out.append(' ').append(step, 1, step.length()).append("=\"");
                out.append(escaped(text(inner, step, item))).append('"');
            } else if (step.equals("#text")) {
                content.insert(0, escaped(text(inner, step, item)));
            } else {
                element(step, inner, item, content);
            }
        });
        if (shape.steps().isEmpty()) {
            content.append(escaped(text(shape, name, item)));
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
