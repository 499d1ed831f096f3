package dev.kqlift.evaluation;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import com.google.common.geometry.S2Polyline;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Geometries as bags of GeoJSON, and as shapes on the sphere. */
final class GeoJson {
    private GeoJson() {}

    static boolean isPlace(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    static S2Point point(double longitude, double latitude) {
        return S2LatLng.fromDegrees(latitude, longitude).toPoint();
    }

    // ---- written

    static Value coordinates(S2Point point) {
        S2LatLng place = new S2LatLng(point);
        return coordinates(place.lngDegrees(), place.latDegrees());
    }

    static Value coordinates(double longitude, double latitude) {
        return new Value.Array(List.of(Numbers.ofReal(longitude), Numbers.ofReal(latitude)));
    }

    /** A geometry with its coordinates. */
    static Value geometry(String type, Value coordinates) {
        return bag(type, "coordinates", coordinates);
    }

    static Value collection(List<Value> geometries) {
        return bag("GeometryCollection", "geometries", new Value.Array(geometries));
    }

    private static Value bag(String type, String key, Value value) {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put("type", new Value.Text(type));
        entries.put(key, value);
        return new Value.Bag(entries);
    }

    /** A polygon of one ring, which is closed here. */
    static Value polygon(List<Value> ring) {
        List<Value> closed = new ArrayList<>(ring);
        closed.add(ring.get(0));
        return geometry("Polygon", new Value.Array(List.of(new Value.Array(closed))));
    }

    // ---- read

    /** The lines of a LineString or MultiLineString; empty where the value is none that is valid. */
    static Optional<List<S2Polyline>> lines(Value value) {
        Value coordinates = DynamicAccess.member(value, "coordinates");
        Value type = DynamicAccess.member(value, "type");
        List<Value> parts;
        if (type.equals(new Value.Text("LineString"))) {
            parts = List.of(coordinates);
        } else if (type.equals(new Value.Text("MultiLineString")) && coordinates instanceof Value.Array(var items)) {
            parts = items;
        } else {
            return Optional.empty();
        }
        List<S2Polyline> lines = new ArrayList<>();
        for (Value part : parts) {
            Optional<List<S2Point>> points = points(part);
            if (points.isEmpty() || points.get().size() < 2 || hasNeighborsAlike(points.get())) {
                return Optional.empty();
            }
            lines.add(new S2Polyline(points.get()));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    /** The polygons of a Polygon or MultiPolygon; empty where the value is none that is valid. */
    static Optional<List<S2Polygon>> polygons(Value value) {
        Value coordinates = DynamicAccess.member(value, "coordinates");
        Value type = DynamicAccess.member(value, "type");
        List<Value> parts;
        if (type.equals(new Value.Text("Polygon"))) {
            parts = List.of(coordinates);
        } else if (type.equals(new Value.Text("MultiPolygon")) && coordinates instanceof Value.Array(var items)) {
            parts = items;
        } else {
            return Optional.empty();
        }
        List<S2Polygon> polygons = new ArrayList<>();
        for (Value part : parts) {
            Optional<S2Polygon> polygon = polygonOf(part);
            if (polygon.isEmpty()) {
                return Optional.empty();
            }
            polygons.add(polygon.get());
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(polygons);
    }

    private static Optional<S2Polygon> polygonOf(Value rings) {
        if (!(rings instanceof Value.Array(var items)) || items.isEmpty()) {
            return Optional.empty();
        }
        List<S2Loop> loops = new ArrayList<>();
        for (Value ring : items) {
            Optional<List<S2Point>> points = points(ring);
            if (points.isEmpty() || points.get().size() < 4) {
                return Optional.empty();
            }
            List<S2Point> open = points.get().subList(0, points.get().size() - 1);
            boolean closed = points.get().get(0).equals(points.get().get(open.size()));
            if (!closed || !S2Loop.isValid(open)) {
                return Optional.empty();
            }
            // A ring bounds the smaller side, whichever way round it is written.
            S2Loop loop = new S2Loop(open);
            loop.normalize();
            loops.add(loop);
        }
        S2Polygon polygon = new S2Polygon();
        polygon.initNested(loops);
        return polygon.isValid() ? Optional.of(polygon) : Optional.empty();
    }

    private static Optional<List<S2Point>> points(Value value) {
        if (!(value instanceof Value.Array(var items))) {
            return Optional.empty();
        }
        List<S2Point> points = new ArrayList<>();
        for (Value item : items) {
            if (!(item instanceof Value.Array(var pair))
                    || pair.size() != 2
                    || !Numbers.isNumber(pair.get(0))
                    || !Numbers.isNumber(pair.get(1))
                    || !isPlace(Numbers.real(pair.get(0)), Numbers.real(pair.get(1)))) {
                return Optional.empty();
            }
            points.add(point(Numbers.real(pair.get(0)), Numbers.real(pair.get(1))));
        }
        return Optional.of(points);
    }

    private static boolean hasNeighborsAlike(List<S2Point> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).equals(points.get(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
