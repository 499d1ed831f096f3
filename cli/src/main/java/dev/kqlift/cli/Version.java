package dev.kqlift.cli;

import dev.kqlift.catalog.TableCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of kqlift and of the data that it carries. */
final class Version {
    private Version() {}

    static String text() {
        int tables = TableCatalog.builtIn().names().size();
        return "kqlift " + number() + "\ntable schemas " + tableDate() + " (" + tables + " tables)\n";
    }

    private static String tableDate() {
        // The resource states its own date; a second copy of it here would go stale.
        for (String line : resource(TableCatalog.class, "tables.tsv").split("\n", 16)) {
            if (line.startsWith("# date\t")) {
                return line.substring(line.indexOf('\t') + 1).strip();
            }
        }
        return "of an unknown date";
    }

    static String number() {
        return resource(Main.class, "version.txt").strip();
    }

    private static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
