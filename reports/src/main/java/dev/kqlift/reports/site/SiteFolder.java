package dev.kqlift.reports.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that a site is written to. Files go to an unfinished folder beside it, which takes the place of the folder when
 * all is written: a reader sees the site before or the site after, and a run that fails leaves nothing behind. Safe for
 * threads while files are written.
 */
final class SiteFolder implements AutoCloseable {
    /** The file by which a folder is known as one of ours, which may be replaced. */
    private static final String MARK = "kqlift-site.txt";

    private static final String MARK_TEXT =
            "This folder is written by `kqlift report`, which replaces it as a whole.\n";

    private final Path folder;
    private final Path unfinished;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    private SiteFolder(Path folder, Path unfinished) {
        this.folder = folder;
        this.unfinished = unfinished;
    }

    /**
     * Begins a site.
     *
     * @throws IOException where the place is taken by something that is no site, or cannot be written
     */
    static SiteFolder begin(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (!isFree(place)) {
            throw new IOException(
                    folder + " holds files that are no site of kqlift; choose another folder or empty it");
        }
        Path parent = place.getParent();
        if (parent == null) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(parent);
        SiteFolder site = new SiteFolder(place, Files.createTempDirectory(parent, ".kqlift-site-"));
        site.write(MARK, MARK_TEXT);
        return site;
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(MARK))) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Writes a file; the path has slashes. */
    void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file; the path has slashes. */
    void write(String path, byte[] bytes) {
        Path file = unfinished.resolve(path);
        try {
            Path parent = file.getParent();
            // Remembered when it is there, not before: another thread may write into it at once.
            if (!made.contains(parent)) {
                Files.createDirectories(parent);
                made.add(parent);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the site in its place. */
    void finish() throws IOException {
        Path old = unfinished.resolveSibling(unfinished.getFileName() + "-old");
        boolean replaces = Files.exists(folder);
        if (replaces) {
            move(folder, old);
        }
        move(unfinished, folder);
        if (replaces) {
            delete(old);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        if (Files.exists(unfinished)) {
            delete(unfinished);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
