package dev.kqlift.evaluation;

import com.google.common.geometry.S2Point;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of places on the earth, which is a sphere; null, or an empty text, where there is no such place. */
final class GeoPoints {
    static final double EARTH_RADIUS = 6_371_010.0;
    private static final String GEOHASH_DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";

    private GeoPoints() {}

    static void addTo(FunctionTable table) {
        table.strict("geo_distance_2points", GeoPoints::distance);
        table.strict("geo_azimuth", GeoPoints::azimuth);
        table.strict("geo_angle", GeoPoints::angle);
        table.strict("geo_point_in_circle", GeoPoints::inCircle);
        table.strict("geo_point_to_geohash", GeoPoints::toGeohash);
        table.strict(
                "geo_geohash_to_central_point",
                a -> box(a.text(0))
                        .map(box -> GeoJson.geometry("Point", GeoJson.coordinates(box.longitude(), box.latitude())))
                        .orElse(a.none()));
        table.strict(
                "geo_geohash_to_polygon", a -> box(a.text(0)).map(Box::polygon).orElse(a.none()));
        table.strict("geo_geohash_neighbors", GeoPoints::neighbors);
    }

    /** The place of two arguments; empty where there is none. */
    static Optional<S2Point> place(Arguments a, int index) {
        double longitude = a.real(index);
        double latitude = a.real(index + 1);
        return GeoJson.isPlace(longitude, latitude)
                ? Optional.of(GeoJson.point(longitude, latitude))
                : Optional.empty();
    }

    private static Value distance(Arguments a) {
        if (a.has(4) && a.truth(4)) {
            throw a.refuse("distances on a spheroid are not evaluated");
        }
        Optional<S2Point> from = place(a, 0);
        Optional<S2Point> to = place(a, 2);
        return from.isEmpty() || to.isEmpty()
                ? a.none()
                : Numbers.ofReal(from.get().angle(to.get()) * EARTH_RADIUS);
    }

    private static Value inCircle(Arguments a) {
        Optional<S2Point> place = place(a, 0);
        Optional<S2Point> center = place(a, 2);
        return place.isEmpty() || center.isEmpty() || a.real(4) < 0
                ? a.none()
                : Logic.of(place.get().angle(center.get()) * EARTH_RADIUS <= a.real(4));
    }

    /** The direction from one place to another, clockwise from north. */
    private static double bearing(Arguments a, int from, int to) {
        double latitude = Math.toRadians(a.real(from + 1));
        double otherLatitude = Math.toRadians(a.real(to + 1));
        double turn = Math.toRadians(a.real(to) - a.real(from));
        double east = Math.sin(turn) * Math.cos(otherLatitude);
        double north = Math.cos(latitude) * Math.sin(otherLatitude)
                - Math.sin(latitude) * Math.cos(otherLatitude) * Math.cos(turn);
        return positive(Math.atan2(east, north));
    }

    private static double positive(double radians) {
        return radians < 0 ? radians + 2 * Math.PI : radians;
    }

    private static boolean isNowhere(Arguments a, int from, int to) {
        Optional<S2Point> first = place(a, from);
        Optional<S2Point> second = place(a, to);
        return first.isEmpty() || second.isEmpty() || first.get().equals(second.get());
    }

    private static Value azimuth(Arguments a) {
        return isNowhere(a, 0, 2) ? a.none() : Numbers.ofReal(bearing(a, 0, 2));
    }

    /** The angle at the second place, clockwise from the first to the third. */
    private static Value angle(Arguments a) {
        if (isNowhere(a, 0, 2) || isNowhere(a, 2, 4)) {
            return a.none();
        }
        return Numbers.ofReal(positive(bearing(a, 2, 4) - bearing(a, 2, 0)));
    }

    // ---- geohashes

    /** The rectangle of a geohash. */
    private record Box(double west, double south, double width, double height) {
        double longitude() {
            return west + width / 2;
        }

        double latitude() {
            return south + height / 2;
        }

        Value polygon() {
            return GeoJson.polygon(List.of(
                    GeoJson.coordinates(west, south),
                    GeoJson.coordinates(west + width, south),
                    GeoJson.coordinates(west + width, south + height),
                    GeoJson.coordinates(west, south + height)));
        }
    }

    private static Value toGeohash(Arguments a) {
        long length = a.whole(2, 5);
        if (place(a, 0).isEmpty() || length < 1 || length > 18) {
            return Nulls.EMPTY_TEXT;
        }
        return new Value.Text(geohash(a.real(0), a.real(1), (int) length));
    }

    private static String geohash(double longitude, double latitude, int length) {
        StringBuilder hash = new StringBuilder();
        double[] low = {-180, -90};
        double[] high = {180, 90};
        double[] place = {longitude, latitude};
        int digit = 0;
        for (int bit = 0; hash.length() < length; bit++) {
            int axis = bit % 2;
            double middle = (low[axis] + high[axis]) / 2;
            digit = digit << 1 | (place[axis] >= middle ? 1 : 0);
            (place[axis] >= middle ? low : high)[axis] = middle;
            if (bit % 5 == 4) {
                hash.append(GEOHASH_DIGITS.charAt(digit));
                digit = 0;
            }
        }
        return hash.toString();
    }

    private static Optional<Box> box(String hash) {
        double[] low = {-180, -90};
        double[] high = {180, 90};
        int axis = 0;
        for (int i = 0; i < hash.length(); i++) {
            int digit = GEOHASH_DIGITS.indexOf(hash.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            for (int bit = 4; bit >= 0; bit--) {
                double middle = (low[axis] + high[axis]) / 2;
                ((digit >> bit & 1) == 1 ? low : high)[axis] = middle;
                axis = 1 - axis;
            }
        }
        return hash.isEmpty() || hash.length() > 18
                ? Optional.empty()
                : Optional.of(new Box(low[0], low[1], high[0] - low[0], high[1] - low[1]));
    }

    private static Value neighbors(Arguments a) {
        Optional<Box> box = box(a.text(0));
        if (box.isEmpty()) {
            return a.none();
        }
        List<Value> neighbors = new ArrayList<>();
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                double longitude = box.get().longitude() + x * box.get().width();
                double latitude = box.get().latitude() + y * box.get().height();
                if (!GeoJson.isPlace(longitude, latitude)) {
                    throw a.refuse("the geohash lies at the edge of the map");
                }
                if (x != 0 || y != 0) {
                    neighbors.add(new Value.Text(
                            geohash(longitude, latitude, a.text(0).length())));
                }
            }
        }
        return new Value.Array(neighbors);
    }
}
