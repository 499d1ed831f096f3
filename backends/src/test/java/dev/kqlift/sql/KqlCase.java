package dev.kqlift.sql;

import dev.kqlift.types.KqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query with the rows that the engine returned for it.
 *
 * @param types empty where the type is not known
 * @param rows cells as texts, null for null
 * @param orderBy the columns by which the rows are ordered; only the order of these counts where rows tie
 */
record KqlCase(
        String id,
        String kql,
        List<String> names,
        List<Optional<KqlType>> types,
        List<List<@Nullable String>> rows,
        boolean ordered,
        boolean ties,
        List<String> orderBy,
        boolean approximate,
        List<String> caveats) {

    static List<KqlCase> read(Path file) {
        List<KqlCase> result = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    result.add(of(Json.object(Json.parse(line))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static KqlCase of(Map<String, Object> json) {
        List<String> names = new ArrayList<>();
        List<Optional<KqlType>> types = new ArrayList<>();
        for (Object column : Json.list(json.get("columns"))) {
            names.add((String) Json.object(column).get("name"));
            Object type = Json.object(column).get("type");
            types.add(type instanceof String word ? KqlType.ofName(word) : Optional.empty());
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Object row : Json.list(json.get("rows"))) {
            List<@Nullable String> cells = new ArrayList<>();
            for (Object cell : Json.list(row)) {
                cells.add(cell == Json.NULL ? null : (String) cell);
            }
            rows.add(cells);
        }
        return new KqlCase(
                (String) json.get("id"),
                (String) json.get("kql"),
                names,
                types,
                rows,
                Boolean.TRUE.equals(json.get("ordered")),
                Boolean.TRUE.equals(json.get("order_ties")),
                texts(json.get("order_by")),
                Boolean.TRUE.equals(json.get("approx")),
                texts(json.get("caveats")));
    }

    private static List<String> texts(@Nullable Object value) {
        return value == null
                ? List.of()
                : Json.list(value).stream().map(String.class::cast).toList();
    }
}
