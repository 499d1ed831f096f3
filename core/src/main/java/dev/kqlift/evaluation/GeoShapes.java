package dev.kqlift.evaluation;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import com.google.common.geometry.S2Polyline;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Functions of lines and polygons on the sphere; null where a shape is not valid. */
final class GeoShapes {
    private GeoShapes() {}

    static void addTo(FunctionTable table) {
        line(
                table,
                "geo_line_length",
                lines -> meters(lines.stream()
                        .mapToDouble(line -> line.getArclengthAngle().radians())
                        .sum()));
        line(table, "geo_line_centroid", GeoShapes::centroid);
        table.strict("geo_line_interpolate_point", GeoShapes::interpolated);
        table.strict("geo_line_locate_point", GeoShapes::located);
        table.strict("geo_closest_point_on_line", a -> closestOnLine(a, false));
        table.strict("geo_distance_point_to_line", a -> closestOnLine(a, true));
        table.strict("geo_closest_point_on_polygon", a -> closestOnPolygon(a, false));
        table.strict("geo_distance_point_to_polygon", a -> closestOnPolygon(a, true));
        table.strict("geo_point_in_polygon", GeoShapes::inPolygon);
        polygon(
                table,
                "geo_polygon_area",
                polygon -> polygon.getArea() * GeoPoints.EARTH_RADIUS * GeoPoints.EARTH_RADIUS);
        polygon(table, "geo_polygon_perimeter", GeoShapes::perimeter);
        table.strict(
                "geo_polygon_centroid",
                a -> union(a.value(0))
                        .<Value>map(polygon -> place(S2Point.normalize(polygon.getCentroid())))
                        .orElse(a.none()));
        table.strict("geo_intersects_2lines", GeoShapes::linesMeet);
        table.strict("geo_intersects_2polygons", GeoShapes::polygonsMeet);
        table.strict("geo_intersects_line_with_polygon", GeoShapes::lineMeetsPolygon);
        table.strict("geo_intersection_line_with_polygon", GeoShapes::lineInPolygon);
    }

    private static Value meters(double radians) {
        return Numbers.ofReal(radians * GeoPoints.EARTH_RADIUS);
    }

    private static Value place(S2Point point) {
        return GeoJson.geometry("Point", GeoJson.coordinates(point));
    }

    private static void line(FunctionTable table, String name, Function<List<S2Polyline>, Value> function) {
        table.strict(name, a -> GeoJson.lines(a.value(0)).map(function).orElse(a.none()));
    }

    private static void polygon(FunctionTable table, String name, ToDoubleFunction<S2Polygon> function) {
        table.strict(
                name,
                a -> union(a.value(0))
                        .<Value>map(polygon -> Numbers.ofReal(function.applyAsDouble(polygon)))
                        .orElse(a.none()));
    }

    /** All polygons of a value as one. */
    static Optional<S2Polygon> union(Value value) {
        return GeoJson.polygons(value)
                .map(polygons -> polygons.size() == 1 ? polygons.get(0) : S2Polygon.union(polygons));
    }

    // ---- lines

    /** The middle of the lines, each of their parts counted by its length. */
    private static Value centroid(List<S2Polyline> lines) {
        S2Point sum = new S2Point(0, 0, 0);
        for (S2Polyline line : lines) {
            for (int i = 1; i < line.numVertices(); i++) {
                S2Point difference = S2Point.sub(line.vertex(i - 1), line.vertex(i));
                S2Point middle = S2Point.add(line.vertex(i - 1), line.vertex(i));
                double weight = Math.sqrt(difference.norm2() / middle.norm2());
                sum = S2Point.add(sum, S2Point.mul(middle, weight));
            }
        }
        return place(S2Point.normalize(sum));
    }

    private static Optional<S2Polyline> single(Arguments a, Value value) {
        Optional<List<S2Polyline>> lines = GeoJson.lines(value);
        if (lines.isPresent() && lines.get().size() > 1) {
            throw a.refuse("several lines are not evaluated");
        }
        return lines.map(List::getFirst);
    }

    private static Value interpolated(Arguments a) {
        Optional<S2Polyline> line = single(a, a.value(0));
        double fraction = a.real(1);
        return line.isEmpty() || !(fraction >= 0 && fraction <= 1)
                ? a.none()
                : place(line.get().interpolate(fraction));
    }

    private static Value located(Arguments a) {
        Optional<S2Polyline> line = single(a, a.value(0));
        Optional<S2Point> place = GeoPoints.place(a, 1);
        return line.isEmpty() || place.isEmpty()
                ? a.none()
                : Numbers.ofReal(line.get().uninterpolate(line.get().project(place.get())));
    }

    private static Value closestOnLine(Arguments a, boolean distance) {
        Optional<List<S2Polyline>> lines = GeoJson.lines(a.value(2));
        Optional<S2Point> place = GeoPoints.place(a, 0);
        if (lines.isEmpty() || place.isEmpty()) {
            return a.none();
        }
        S2Point closest = place.get();
        double least = Double.POSITIVE_INFINITY;
        for (S2Polyline line : lines.get()) {
            S2Point point = line.project(place.get());
            if (point.angle(place.get()) < least) {
                least = point.angle(place.get());
                closest = point;
            }
        }
        return distance ? meters(least) : place(closest);
    }

    private static Value linesMeet(Arguments a) {
        Optional<List<S2Polyline>> left = GeoJson.lines(a.value(0));
        Optional<List<S2Polyline>> right = GeoJson.lines(a.value(1));
        if (left.isEmpty() || right.isEmpty()) {
            return a.none();
        }
        return Logic.of(
                left.get().stream().anyMatch(line -> right.get().stream().anyMatch(line::intersects)));
    }

    // ---- polygons

    private static Value closestOnPolygon(Arguments a, boolean distance) {
        Optional<S2Polygon> polygon = union(a.value(2));
        Optional<S2Point> place = GeoPoints.place(a, 0);
        if (polygon.isEmpty() || place.isEmpty()) {
            return a.none();
        }
        if (distance) {
            S1Angle angle = polygon.get().getDistance(place.get());
            return meters(angle.radians());
        }
        return place(polygon.get().project(place.get()));
    }

    private static Value inPolygon(Arguments a) {
        Optional<List<S2Polygon>> polygons = GeoJson.polygons(a.value(2));
        Optional<S2Point> place = GeoPoints.place(a, 0);
        return polygons.isEmpty() || place.isEmpty()
                ? a.none()
                : Logic.of(polygons.get().stream().anyMatch(polygon -> polygon.contains(place.get())));
    }

    private static double perimeter(S2Polygon polygon) {
        double radians = 0;
        for (S2Loop loop : polygon.getLoops()) {
            for (int i = 0; i < loop.numVertices(); i++) {
                radians += loop.vertex(i).angle(loop.vertex(i + 1));
            }
        }
        return radians * GeoPoints.EARTH_RADIUS;
    }

    private static Value polygonsMeet(Arguments a) {
        Optional<S2Polygon> left = union(a.value(0));
        Optional<S2Polygon> right = union(a.value(1));
        return left.isEmpty() || right.isEmpty()
                ? a.none()
                : Logic.of(left.get().intersects(right.get()));
    }

    private static Value lineMeetsPolygon(Arguments a) {
        return inside(a).map(parts -> Logic.of(!parts.isEmpty())).orElse(a.none());
    }

    /** The parts of the lines that lie in the polygon; empty where one of the two is not valid. */
    private static Optional<List<S2Polyline>> inside(Arguments a) {
        Optional<List<S2Polyline>> lines = GeoJson.lines(a.value(0));
        Optional<S2Polygon> polygon = union(a.value(1));
        if (lines.isEmpty() || polygon.isEmpty()) {
            return Optional.empty();
        }
        List<S2Polyline> parts = new ArrayList<>();
        lines.get().forEach(line -> parts.addAll(polygon.get().intersectWithPolyline(line)));
        return Optional.of(parts);
    }

    private static Value lineInPolygon(Arguments a) {
        Optional<List<S2Polyline>> parts = inside(a);
        if (parts.isEmpty()) {
            return a.none();
        }
        List<Value> lines = new ArrayList<>();
        for (S2Polyline part : parts.get()) {
            lines.add(new Value.Array(
                    part.vertices().stream().map(GeoJson::coordinates).toList()));
        }
        if (lines.isEmpty()) {
            return GeoJson.collection(List.of());
        }
        return lines.size() == 1
                ? GeoJson.geometry("LineString", lines.get(0))
                : GeoJson.geometry("MultiLineString", new Value.Array(lines));
    }
}
