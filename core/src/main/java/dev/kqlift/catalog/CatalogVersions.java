package dev.kqlift.catalog;

import java.util.ArrayList;
import java.util.List;

/** Where the data of the catalogs comes from and as of when, for {@code kqlift --version} and for reports. */
public final class CatalogVersions {
    private CatalogVersions() {}

    /**
     * One source of data.
     *
     * @param name what it is
     * @param date the month as of which it holds, {@code YYYY-MM}
     * @param entries how many tables, functions or techniques it has
     * @param source where it was gathered
     */
    public record Version(String name, String date, int entries, String source) {
        /** One line for people: {@code table schemas 2026-11 (1965): source}. */
        public String line() {
            return name + " " + date + " (" + entries + "): " + source;
        }
    }

    /** The table schemas, the functions by kind, the parsers, ATT&CK, and the entity types. */
    public static List<Version> versions() {
        List<Version> versions = new ArrayList<>();
        BuiltInTables tables = BuiltInTables.shared();
        versions.add(version("table schemas", tables.header(), tables.names().size()));
        for (FunctionKind kind : FunctionKind.values()) {
            BuiltInFunctions functions = BuiltInFunctions.shared(kind);
            versions.add(
                    version(name(kind), functions.header(), functions.names().size()));
        }
        versions.add(version("ASIM parsers", AsimParsers.header(), AsimParsers.size()));
        List<String> attack = AttackFiles.header();
        AttackCatalog techniques = AttackCatalog.builtIn();
        versions.add(version(
                "ATT&CK " + field(attack, "version"),
                attack,
                techniques.techniques().size()));
        EntityTypes types = EntityTypes.builtIn();
        versions.add(version("entity types", types.header(), types.types().size()));
        return List.copyOf(versions);
    }

    /** The versions as lines for people. */
    public static List<String> lines() {
        return versions().stream().map(Version::line).toList();
    }

    private static String name(FunctionKind kind) {
        return switch (kind) {
            case SCALAR -> "scalar functions";
            case AGGREGATE -> "aggregate functions";
            case PLUGIN -> "plugins";
        };
    }

    private static Version version(String name, List<String> header, int entries) {
        return new Version(name, field(header, "date"), entries, field(header, "source"));
    }

    private static String field(List<String> header, String key) {
        String start = "# " + key + "\t";
        for (String line : header) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new IllegalStateException("a data file's header lacks " + key);
    }
}
