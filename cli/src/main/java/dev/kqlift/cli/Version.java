package dev.kqlift.cli;

import dev.kqlift.catalog.CatalogVersions;
import dev.kqlift.mapping.FieldMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The version of kqlift and of the data that it carries. */
final class Version {
    private Version() {}

    static String[] lines() {
        List<String> lines = new ArrayList<>();
        lines.add("kqlift " + number());
        lines.addAll(CatalogVersions.lines());
        FieldMap fields = FieldMap.of("ecs");
        fields.version()
                .ifPresent(version -> lines.add(version + " (" + fields.tables().size()
                        + " tables mapped): Elastic Common Schema and the integrations of Elastic"));
        return lines.toArray(String[]::new);
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
