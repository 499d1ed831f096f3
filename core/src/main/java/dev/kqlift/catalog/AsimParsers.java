package dev.kqlift.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ASIM parsers of the resource {@code asim-parsers.tsv}, whose header describes its form. */
final class AsimParsers {
    private final List<String> header;
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    private AsimParsers(SortedLines lines) {
        header = lines.header();
        for (String line : lines.body()) {
            String[] cells = line.split("\t", -1);
            Schema schema = schema(cells);
            schemas.put(cells[0], schema);
            for (String spelling : cells[2].isEmpty() ? new String[0] : cells[2].split(",")) {
                schemas.put(spelling, schema);
            }
        }
    }

    private static Schema schema(String[] cells) {
        List<String> parameters = new ArrayList<>();
        List<ParserFilter> filters = new ArrayList<>();
        for (String parameter : cells[3].split(",")) {
            parameters.add(parameter.replaceAll(":.*", ""));
            ParserFilter.of(parameter).ifPresent(filters::add);
        }
        return new Schema(cells[1], parameters, filters);
    }

    static List<String> header() {
        return Shared.PARSERS.header;
    }

    /** How many names of schemas there are. */
    static int size() {
        return Shared.PARSERS.schemas.size();
    }

    /** The parser of a name in one of its spellings. */
    static Optional<WorkspaceFunction.Parser> find(String name) {
        if (name.startsWith("_Im_")) {
            return ofSchema(name, untilUnderscore(name, 4), true);
        }
        if (name.startsWith("_ASim_")) {
            return ofSchema(name, untilUnderscore(name, 6), false);
        }
        if (name.startsWith("im")) {
            return ofSchema(name, name.substring(2), true);
        }
        return name.startsWith("ASim") ? ofSchema(name, name.substring(4), false) : Optional.empty();
    }

    /** The parser of one source has the source's name behind that of the schema. */
    private static String untilUnderscore(String name, int start) {
        int end = name.indexOf('_', start);
        return name.substring(start, end < 0 ? name.length() : end);
    }

    private static Optional<WorkspaceFunction.Parser> ofSchema(String name, String schemaName, boolean filtering) {
        Schema schema = Shared.PARSERS.schemas.get(schemaName);
        if (schema == null) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>(filtering ? schema.parameters : List.of());
        for (String common : List.of("disabled", "pack")) {
            if (!parameters.contains(common)) {
                parameters.add(common);
            }
        }
        return Optional.of(
                new WorkspaceFunction.Parser(name, schema.table, parameters, filtering ? schema.filters : List.of()));
    }

    private record Schema(String table, List<String> parameters, List<ParserFilter> filters) {}

    private static final class Shared {
        static final AsimParsers PARSERS = new AsimParsers(SortedLines.ofResource("asim-parsers.tsv"));
    }
}
