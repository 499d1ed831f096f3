package dev.kqlift.reports.data;

import dev.kqlift.reports.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder that data is written to. Files are made in an unfinished folder beside it and moved when all are there: a run
 * that fails changes nothing. Other files of the folder are left alone.
 */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final Path unfinished;
    private final Set<String> written = new LinkedHashSet<>();

    private DataFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
    }

    static DataFolder begin(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        Files.createDirectories(place);
        return new DataFolder(place, Files.createTempDirectory(place, ".kqlift-"));
    }

    /** Writes a file; the path has slashes. */
    void write(String path, Consumer<OutputStream> content) throws IOException {
        Path file = unfinished.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.accept(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        written.add(path);
    }

    /**
     * Puts the files in their places.
     *
     * @param all the paths of all files that such a folder may have: those that were not written this time are taken away
     */
    void finish(List<String> all) throws IOException {
        for (String path : written) {
            Path target = folder.resolve(path);
            Files.createDirectories(target.getParent());
            WholeFile.move(unfinished.resolve(path), target);
        }
        for (String path : all) {
            if (!written.contains(path)) {
                Files.deleteIfExists(folder.resolve(path));
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> walk = Files.walk(unfinished)) {
            left = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}
