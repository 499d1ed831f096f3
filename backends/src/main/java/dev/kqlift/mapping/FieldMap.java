package dev.kqlift.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The columns of the tables as fields of one target. A column that it does not hold keeps its name. The data is split
 * into
 * tables when it is loaded; a table is read when it is asked for.
 */
public final class FieldMap {
    private static final String VERSION = "# version\t";

    private final Optional<String> version;
    private final Map<String, String> sections;

    private FieldMap(Optional<String> version, Map<String, String> sections) {
        this.version = version;
        this.sections = sections;
    }

    /** The field map of a target: {@code ecs} or {@code sigma}. */
    public static FieldMap of(String target) {
        String resource = "/mapping/fields-" + target + ".txt";
        try (InputStream stream = FieldMap.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(stream, resource).readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of a field map: comment lines, then for each table {@code @}, its name and its lines. */
    static FieldMap parse(String text) {
        Map<String, String> sections = new LinkedHashMap<>();
        int at = text.startsWith("@") ? 0 : text.indexOf("\n@") + 1;
        while (at < text.length() && text.charAt(at) == '@') {
            int next = text.indexOf("\n@", at);
            int end = next < 0 ? text.length() : next + 1;
            String section = text.substring(at + 1, end);
            String heading = section.lines().findFirst().orElse("");
            int tab = heading.indexOf('\t');
            sections.put(tab < 0 ? heading : heading.substring(0, tab), section);
            at = end;
        }
        String header = text.substring(0, Math.max(0, text.indexOf("\n@")));
        Optional<String> version = header.lines()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()))
                .findFirst();
        return new FieldMap(version, sections);
    }

    /** The name and version of the fields that columns are mapped to, where the data tells it: {@code ECS 9.5}. */
    public Optional<String> version() {
        return version;
    }

    /** The fields of a table; empty where nothing is known of it. */
    public Optional<TableFields> table(String table) {
        return Optional.ofNullable(sections.get(table)).map(TableFields::parse);
    }

    /** The tables, in the order of the data. */
    public List<String> tables() {
        return List.copyOf(sections.keySet());
    }
}
