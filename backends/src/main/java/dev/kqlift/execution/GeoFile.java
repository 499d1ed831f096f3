package dev.kqlift.execution;

import dev.kqlift.evaluation.GeoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A database of the places of addresses in a file: a MaxMind DB or CSV, as the file's name ends. */
public final class GeoFile {
    private GeoFile() {}

    /** Reads a file. It stays in memory, and may be asked from several threads. */
    public static GeoDatabase read(Path path) throws IOException, InputException {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".mmdb")) {
            return MaxMindFile.read(path);
        }
        if (name.endsWith(".csv")) {
            return GeoCsv.read(path);
        }
        throw new InputException("a database of places is a .mmdb or a .csv file");
    }
}
