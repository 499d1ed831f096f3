package dev.kqlift.evaluation;

import com.google.common.geometry.S2Point;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The polygon around a place. */
final class GeoBuffers {
    private static final double DEFAULT_TOLERANCE = 10;

    /** The least tolerance that the documentation allows, as a share of the radius. */
    private static final double FINEST = 1e-6;

    /** Over this radius in meters it is not certain how the sphere bends the polygon. */
    private static final double WIDEST = 100_000;

    private GeoBuffers() {}

    static void addTo(FunctionTable table) {
        table.strict("geo_point_buffer", GeoBuffers::aroundPlace);
    }

    /** A regular polygon whose corners are the radius away, and whose sides come no nearer than the tolerance lets them. */
    private static Value aroundPlace(Arguments a) {
        Optional<S2Point> place = GeoPoints.place(a, 0);
        double radius = a.real(2);
        double tolerance = a.has(3) ? a.real(3) : DEFAULT_TOLERANCE;
        if (place.isEmpty() || !(radius > 0) || !(tolerance > 0)) {
            return a.none();
        }
        if (tolerance >= radius || tolerance < radius * FINEST || radius > WIDEST) {
            throw a.refuse("a tolerance or a radius out of the usual range");
        }
        double corners = Math.PI / Math.acos(1 - tolerance / radius);
        if (Math.abs(corners - Math.rint(corners)) < 1e-3) {
            throw a.refuse("how many corners the polygon has is not certain");
        }
        return polygon(place.get(), radius / GeoPoints.EARTH_RADIUS, (int) Math.ceil(corners));
    }

    private static Value polygon(S2Point center, double radius, int corners) {
        S2Point first = orthogonal(center);
        S2Point second = S2Point.crossProd(center, first);
        List<Value> ring = new ArrayList<>(corners + 1);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            S2Point direction = S2Point.add(S2Point.mul(first, Math.cos(angle)), S2Point.mul(second, Math.sin(angle)));
            ring.add(GeoJson.coordinates(
                    S2Point.add(S2Point.mul(center, Math.cos(radius)), S2Point.mul(direction, Math.sin(radius)))));
        }
        return GeoJson.polygon(ring);
    }

    /**
     * The direction in which the first corner lies, as recorded polygons have it: that of the S2 library for C++, whose
     * library for Java chooses another one.
     */
    private static S2Point orthogonal(S2Point center) {
        double[] other = {0.012, 0.0053, 0.00457};
        other[(center.largestAbsComponent() + 2) % 3] = 1;
        return S2Point.normalize(S2Point.crossProd(center, new S2Point(other[0], other[1], other[2])));
    }
}
