package dev.kqlift.execution;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.GeoPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A MaxMind DB with records of places in the form of GeoLite2 City. */
final class MaxMindFile implements GeoDatabase {
    private static final String LANGUAGE = "en";

    private final Reader reader;

    private MaxMindFile(Reader reader) {
        this.reader = reader;
    }

    static GeoDatabase read(Path path) throws IOException, InputException {
        try {
            return new MaxMindFile(new Reader(path.toFile(), Reader.FileMode.MEMORY));
        } catch (InvalidDatabaseException e) {
            throw new InputException("it is no MaxMind DB: " + e.getMessage());
        }
    }

    @Override
    public Optional<GeoPlace> place(InetAddress address) {
        try {
            Map<?, ?> found = reader.get(address, Map.class);
            return found == null ? Optional.empty() : Optional.of(place(found));
        } catch (IllegalArgumentException fourOnly) {
            // A database of the short addresses alone has none for a long one.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeoPlace place(Map<?, ?> entry) {
        Map<?, ?> location = map(entry.get("location"));
        return new GeoPlace(
                name(entry.get("country")),
                entry.get("subdivisions") instanceof List<?> parts
                        ? parts.stream().flatMap(part -> name(part).stream()).toList()
                        : List.of(),
                name(entry.get("city")),
                number(location.get("latitude")),
                number(location.get("longitude")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> name(@Nullable Object place) {
        return map(map(place).get("names")).get(LANGUAGE) instanceof String name && !name.isEmpty()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
