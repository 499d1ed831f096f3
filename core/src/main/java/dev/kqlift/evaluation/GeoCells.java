package dev.kqlift.evaluation;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Region;
import com.google.common.geometry.S2RegionCoverer;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.h3.CellBoundary;
import org.elasticsearch.h3.H3;
import org.elasticsearch.h3.LatLng;

/** Functions of the cells of S2 and H3. */
final class GeoCells {
    private static final int MOST_CELLS = 65_536;
    private static final int FINEST_H3 = 15;

    private GeoCells() {}

    static void addTo(FunctionTable table) {
        table.strict("geo_point_to_s2cell", GeoCells::toS2);
        table.strict(
                "geo_s2cell_to_central_point",
                a -> s2(a).map(cell -> GeoJson.geometry("Point", GeoJson.coordinates(cell.toPoint())))
                        .orElse(a.none()));
        table.strict("geo_s2cell_to_polygon", a -> s2(a).map(GeoCells::polygon).orElse(a.none()));
        table.strict("geo_s2cell_neighbors", a -> s2(a).map(GeoCells::neighbors).orElse(a.none()));
        table.strict(
                "geo_polygon_to_s2cells",
                a -> covering(a, GeoJson.polygons(a.value(0)).orElse(List.of())));
        table.strict(
                "geo_line_to_s2cells",
                a -> covering(a, GeoJson.lines(a.value(0)).orElse(List.of())));
        table.strict("geo_point_to_h3cell", GeoCells::toH3);
        table.strict("geo_h3cell_level", a -> isH3(a) ? Numbers.ofInt(H3.getResolution(a.text(0))) : a.none());
        table.strict("geo_h3cell_parent", GeoCells::parent);
        table.strict("geo_h3cell_children", GeoCells::children);
        table.strict("geo_h3cell_neighbors", a -> isH3(a) ? texts(Stream.of(H3.hexRing(a.text(0)))) : a.none());
        table.strict("geo_h3cell_rings", GeoCells::rings);
        table.strict("geo_h3cell_to_central_point", a -> isH3(a) ? center(a.text(0)) : a.none());
        table.strict("geo_h3cell_to_polygon", a -> isH3(a) ? hexagon(a.text(0)) : a.none());
        table.strict("geo_polygon_to_h3cells", a -> {
            if (GeoJson.polygons(a.value(0)).isEmpty()) {
                return a.none();
            }
            throw a.refuse("which cells cover a polygon is not evaluated");
        });
    }

    private static Value texts(Stream<String> texts) {
        return new Value.Array(texts.<Value>map(Value.Text::new).toList());
    }

    // ---- S2

    private static Value toS2(Arguments a) {
        Optional<S2Point> place = GeoPoints.place(a, 0);
        long level = a.whole(2, 11);
        return place.isEmpty() || level < 0 || level > S2CellId.MAX_LEVEL
                ? Nulls.EMPTY_TEXT
                : new Value.Text(
                        S2CellId.fromPoint(place.get()).parent((int) level).toToken());
    }

    private static Optional<S2CellId> s2(Arguments a) {
        if (!a.text(0).matches("[0-9a-f]{1,16}")) {
            return Optional.empty();
        }
        S2CellId cell = S2CellId.fromToken(a.text(0));
        return cell.isValid() ? Optional.of(cell) : Optional.empty();
    }

    private static Value polygon(S2CellId id) {
        S2Cell cell = new S2Cell(id);
        List<Value> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ring.add(GeoJson.coordinates(cell.getVertex(i)));
        }
        return GeoJson.polygon(ring);
    }

    private static Value neighbors(S2CellId id) {
        List<S2CellId> cells = new ArrayList<>();
        id.getAllNeighbors(id.level(), cells);
        return texts(cells.stream().map(S2CellId::toToken).distinct());
    }

    private static Value covering(Arguments a, List<? extends S2Region> regions) {
        long level = a.whole(1, 11);
        if (regions.isEmpty() || level < 0 || level > S2CellId.MAX_LEVEL) {
            return a.none();
        }
        S2RegionCoverer coverer = S2RegionCoverer.builder()
                .setMinLevel((int) level)
                .setMaxLevel((int) level)
                .setMaxCells(Integer.MAX_VALUE)
                .build();
        if (regions.stream().anyMatch(region -> region.getRectBound().area() / cellArea(level) > MOST_CELLS)) {
            return a.none();
        }
        Set<S2CellId> cells = new LinkedHashSet<>();
        for (S2Region region : regions) {
            ArrayList<S2CellId> found = new ArrayList<>();
            coverer.getCovering(region, found);
            cells.addAll(found);
        }
        if (cells.size() > MOST_CELLS) {
            return a.none();
        }
        return texts(cells.stream().map(S2CellId::toToken));
    }

    private static double cellArea(long level) {
        return 4 * Math.PI / (6 * Math.pow(4, (double) level));
    }

    // ---- H3

    private static boolean isH3(Arguments a) {
        return a.text(0).matches("[0-9a-f]{15,16}") && H3.h3IsValid(a.text(0));
    }

    private static Value toH3(Arguments a) {
        long level = a.whole(2, 6);
        return GeoPoints.place(a, 0).isEmpty() || level < 0 || level > FINEST_H3
                ? Nulls.EMPTY_TEXT
                : new Value.Text(H3.geoToH3Address(a.real(1), a.real(0), (int) level));
    }

    private static Value parent(Arguments a) {
        if (!isH3(a)) {
            return Nulls.EMPTY_TEXT;
        }
        int level = H3.getResolution(a.text(0));
        long asked = a.whole(1, level - 1);
        if (asked < 0 || asked >= level) {
            return Nulls.EMPTY_TEXT;
        }
        String cell = a.text(0);
        for (int i = level; i > asked; i--) {
            cell = H3.h3ToParent(cell);
        }
        return new Value.Text(cell);
    }

    private static Value children(Arguments a) {
        if (!isH3(a)) {
            return a.none();
        }
        int level = H3.getResolution(a.text(0));
        long asked = a.whole(1, level + 1);
        // More than six levels below there are over a hundred thousand cells.
        if (asked <= level || asked > FINEST_H3 || asked - level > 5) {
            return a.none();
        }
        List<String> cells = List.of(a.text(0));
        for (int i = level; i < asked; i++) {
            cells = cells.stream()
                    .flatMap(cell -> Stream.of(H3.h3ToChildren(cell)))
                    .toList();
        }
        return texts(cells.stream());
    }

    /** The cells at each distance up to the one that is asked for. */
    private static Value rings(Arguments a) {
        long distance = a.whole(1);
        if (!isH3(a) || distance < 0 || distance > 142) {
            return a.none();
        }
        Set<String> seen = new LinkedHashSet<>(List.of(a.text(0)));
        List<String> ring = List.of(a.text(0));
        List<Value> rings = new ArrayList<>();
        for (int i = 0; i <= distance; i++) {
            rings.add(texts(ring.stream()));
            ring = ring.stream()
                    .flatMap(cell -> Stream.of(H3.hexRing(cell)))
                    .filter(seen::add)
                    .toList();
        }
        return new Value.Array(rings);
    }

    private static Value center(String cell) {
        LatLng center = H3.h3ToLatLng(cell);
        return GeoJson.geometry("Point", GeoJson.coordinates(center.getLonDeg(), center.getLatDeg()));
    }

    private static Value hexagon(String cell) {
        CellBoundary boundary = H3.h3ToGeoBoundary(cell);
        List<Value> ring = new ArrayList<>();
        for (int i = 0; i < boundary.numPoints(); i++) {
            LatLng vertex = boundary.getLatLon(i);
            ring.add(GeoJson.coordinates(vertex.getLonDeg(), vertex.getLatDeg()));
        }
        return GeoJson.polygon(ring);
    }
}
