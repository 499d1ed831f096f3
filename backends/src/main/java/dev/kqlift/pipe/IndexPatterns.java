package dev.kqlift.pipe;

import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.mapping.YamlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the index holds the rows of the tables: {@code indices.yaml}. */
final class IndexPatterns {
    /**
     * The rows of a table.
     *
     * @param pattern the indices
     * @param field the field that tells the table's rows from others in the same indices; empty where there are none
     * @param values the values that the field has in the table's rows
     */
    record Place(String pattern, Optional<String> field, List<String> values) {
        Place {
            values = List.copyOf(values);
        }
    }

    private final Map<String, Place> places;

    private IndexPatterns(Map<String, Place> places) {
        this.places = places;
    }

    static IndexPatterns of(ResourceFolder folder) {
        YamlTable yaml = YamlTable.parse(folder.path("indices.yaml"), folder.required("indices.yaml"));
        Map<String, Place> places = new LinkedHashMap<>();
        for (String table : yaml.keys()) {
            YamlTable row = yaml.tables(table).getFirst();
            row.allow(Set.of("index", "field", "values"));
            places.put(table, new Place(row.required("index"), row.text("field"), row.texts("values")));
        }
        return new IndexPatterns(places);
    }

    /** The place of a table that the data has. */
    Optional<Place> known(String table) {
        return Optional.ofNullable(places.get(table));
    }

    /** An index of the table's own name: index names have no capitals. */
    static Place ownName(String table) {
        return new Place(table.toLowerCase(Locale.ROOT), Optional.empty(), List.of());
    }
}
