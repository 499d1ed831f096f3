package dev.kqlift.sql;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find files of the project. */
public final class ProjectFolder {
    private ProjectFolder() {}

    /** The folder that holds the modules. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("backends").resolve("src"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run outside of the project");
            }
        }
        return folder;
    }

    /** The folder of shared material beside the project, which may be missing; the property {@code kqlift.shared} names another. */
    public static Path shared() {
        String named = System.getProperty("kqlift.shared");
        return named == null ? root().resolveSibling("shared") : Path.of(named);
    }
}
