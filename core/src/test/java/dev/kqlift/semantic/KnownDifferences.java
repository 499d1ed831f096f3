package dev.kqlift.semantic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The queries of the corpus where the engine differs from the language service, each with the reason: errors of the service
 * that the engine does not know, and errors of the engine that the service does not know.
 */
final class KnownDifferences {
    private static final String FILE = "/oracle-differences.tsv";
    private static final String ANY = "*";

    /** One difference; {@code *} stands for every query and for every text. */
    private record Difference(String query, String code, String text, String reason) {
        boolean covers(String id, String other, String place) {
            return (query.equals(ANY) || query.equals(id))
                    && code.equals(other)
                    && (text.equals(ANY) || text.equals(place));
        }
    }

    private final List<Difference> differences;

    private KnownDifferences(List<Difference> differences) {
        this.differences = differences;
    }

    static KnownDifferences read() {
        List<Difference> differences = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(KnownDifferences.class.getResourceAsStream(FILE), FILE)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (cells.length == 4 && !line.startsWith("#")) {
                    differences.add(new Difference(cells[0], cells[1], cells[2], cells[3]));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new IllegalStateException("not four cells: " + line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new KnownDifferences(List.copyOf(differences));
    }

    /** Whether the engine accepts what the service refuses at this place. */
    boolean accepts(String id, String serviceCode, String text) {
        return covers(id, serviceCode, text);
    }

    /** Whether the engine refuses, as kqlift does, what the service accepts at this place. */
    boolean refuses(String id, String ownCode, String text) {
        return covers(id, ownCode, text);
    }

    private boolean covers(String id, String code, String text) {
        return differences.stream().anyMatch(difference -> difference.covers(id, code, text));
    }
}
