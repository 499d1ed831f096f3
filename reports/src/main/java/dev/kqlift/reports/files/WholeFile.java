package dev.kqlift.reports.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files so that they appear whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a file; one that exists keeps its permissions, and a link keeps pointing at it. */
    public static void write(Path path, byte[] bytes) throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        put(file, bytes, true);
    }

    /** Writes a file in the place of whatever stands there: a link is replaced and not followed. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        put(file, bytes, false);
    }

    private static void put(Path file, byte[] bytes, boolean keepsPermissions) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(unfinished, bytes);
            if (keepsPermissions) {
                copyPermissions(file, unfinished);
            }
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    /** Puts a finished file in its place, where one may stand; at once, if the file system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
