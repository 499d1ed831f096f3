package dev.kqlift.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The entity types of the resource {@code entity-types.tsv}, whose header describes its form. Immutable. */
public final class EntityTypes {
    private final List<String> header;
    private final Map<String, EntityType> types;

    private EntityTypes(SortedLines lines) {
        header = lines.header();
        Map<String, EntityType> read = new LinkedHashMap<>();
        for (String line : lines.body()) {
            String[] cells = line.split("\t", -1);
            read.put(
                    cells[0],
                    new EntityType(
                            cells[0],
                            List.of(cells[1].split(",")),
                            alternatives(cells[2]),
                            alternatives(cells[3]),
                            alternatives(cells[4])));
        }
        types = Collections.unmodifiableMap(read);
    }

    /** The types of the resource, which is read when they are first asked for. */
    public static EntityTypes builtIn() {
        return Shared.TYPES;
    }

    /** The type of a name; case counts. */
    public Optional<EntityType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** All types by name. */
    public List<EntityType> types() {
        return List.copyOf(types.values());
    }

    /**
     * The name that may have been meant by one that no type has: the same letters spelled otherwise, the longest that it
     * begins with ({@code IPAddress}), or else the nearest by spelling.
     */
    public Optional<String> nearest(String name) {
        String wanted = letters(name);
        Optional<String> beginning = types.keySet().stream()
                .filter(known -> wanted.startsWith(letters(known)))
                .max(Comparator.comparingInt(String::length));
        return beginning.or(() -> Nearest.word(name, List.copyOf(types.keySet())));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    List<String> header() {
        return header;
    }

    private static List<List<String>> alternatives(String cell) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : cell.isEmpty() ? new String[0] : cell.split(",")) {
            alternatives.add(List.of(alternative.split("\\+")));
        }
        return alternatives;
    }

    private static final class Shared {
        static final EntityTypes TYPES = new EntityTypes(SortedLines.ofResource("entity-types.tsv"));
    }
}
