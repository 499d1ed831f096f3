package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Geometries in the well-known text form. */
final class GeoText {
    /** The types, each with how deep its coordinates are nested. */
    private static final Map<String, Integer> DEPTHS = Map.of(
            "Point", 0,
            "LineString", 1,
            "MultiPoint", 1,
            "Polygon", 2,
            "MultiLineString", 2,
            "MultiPolygon", 3);

    private final String text;
    private int at;

    private GeoText(String text) {
        this.text = text;
    }

    static void addTo(FunctionTable table) {
        table.strict(
                "geo_from_wkt",
                a -> read(a.text(0)).orElseThrow(() -> a.refuse("the text is no geometry that is read")));
    }

    private static Optional<Value> read(String text) {
        GeoText reader = new GeoText(text);
        Optional<Value> geometry = reader.geometry();
        reader.blanks();
        return reader.at == text.length() ? geometry : Optional.empty();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(char c) {
        blanks();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private String word() {
        blanks();
        int from = at;
        while (at < text.length() && " \t\r\n(),".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private Optional<Value> geometry() {
        String word = word().toLowerCase(Locale.ROOT);
        if (word.equals("geometrycollection")) {
            return list(this::geometry).map(GeoJson::collection);
        }
        for (Map.Entry<String, Integer> type : DEPTHS.entrySet()) {
            if (type.getKey().toLowerCase(Locale.ROOT).equals(word)) {
                Optional<Value> coordinates =
                        type.getValue() == 0 ? list(this::coordinates).map(List::getFirst) : nested(type.getValue());
                return coordinates.map(value -> GeoJson.geometry(type.getKey(), value));
            }
        }
        return Optional.empty();
    }

    private Optional<Value> nested(int depth) {
        return depth == 0 ? coordinates() : list(() -> nested(depth - 1)).map(Value.Array::new);
    }

    @FunctionalInterface
    private interface Item {
        Optional<Value> read();
    }

    private Optional<List<Value>> list(Item item) {
        if (!take('(')) {
            return Optional.empty();
        }
        List<Value> items = new ArrayList<>();
        do {
            Optional<Value> next = item.read();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            items.add(next.get());
        } while (take(','));
        return take(')') ? Optional.of(items) : Optional.empty();
    }

    private Optional<Value> coordinates() {
        try {
            double longitude = Double.parseDouble(word());
            return Optional.of(GeoJson.coordinates(longitude, Double.parseDouble(word())));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
