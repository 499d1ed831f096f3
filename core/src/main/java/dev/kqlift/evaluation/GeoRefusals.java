package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.List;

/**
 * Functions that make new shapes, whose vertices the engine returns in an order of its own: null where a shape is not
 * valid, refused otherwise.
 */
final class GeoRefusals {
    private GeoRefusals() {}

    static void addTo(FunctionTable table) {
        table.strict("geo_intersection_2lines", a -> made(a, isLine(a, 0) && isLine(a, 1)));
        table.strict("geo_intersection_2polygons", GeoRefusals::ofPolygons);
        table.strict("geo_line_buffer", a -> made(a, isLine(a, 0) && a.real(1) > 0));
        table.strict("geo_polygon_buffer", a -> made(a, isPolygon(a, 0) && a.real(1) > 0));
        table.strict("geo_line_simplify", a -> made(a, isLine(a, 0) && tolerance(a) >= 0));
        table.strict("geo_polygon_simplify", a -> made(a, isPolygon(a, 0) && tolerance(a) >= 0));
        table.strict("geo_line_densify", a -> made(a, isLine(a, 0)));
        table.strict("geo_polygon_densify", a -> made(a, isPolygon(a, 0)));
        table.strict("geo_simplify_polygons_array", a -> made(a, arePolygons(a) && tolerance(a) >= 0));
        table.strict("geo_union_polygons_array", a -> made(a, arePolygons(a)));
        table.strict(
                "geo_union_lines_array",
                a -> made(
                        a,
                        a.array(0).orElse(List.of()).stream()
                                .allMatch(item -> GeoJson.lines(item).isPresent())));
    }

    private static boolean isLine(Arguments a, int index) {
        return GeoJson.lines(a.value(index)).isPresent();
    }

    private static boolean isPolygon(Arguments a, int index) {
        return GeoJson.polygons(a.value(index)).isPresent();
    }

    private static boolean arePolygons(Arguments a) {
        return a.array(0).orElse(List.of()).stream()
                .allMatch(item -> GeoJson.polygons(item).isPresent());
    }

    private static double tolerance(Arguments a) {
        return a.has(1) ? a.real(1) : 0;
    }

    private static Value made(Arguments a, boolean valid) {
        if (valid) {
            throw a.refuse("the shape that is made is not evaluated");
        }
        return a.none();
    }

    private static Value ofPolygons(Arguments a) {
        if (isPolygon(a, 0) && isPolygon(a, 1)) {
            boolean meet = GeoShapes.union(a.value(0))
                    .orElseThrow()
                    .intersects(GeoShapes.union(a.value(1)).orElseThrow());
            return meet ? made(a, true) : GeoJson.collection(List.of());
        }
        return a.none();
    }
}
