package dev.kqlift.catalog;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project and the material beside it are, for tests that read more than the class path. */
final class ProjectFolder {
    private ProjectFolder() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The folder {@code shared} beside the project, or {@code -Dkqlift.shared}; it need not exist. */
    static Path shared() {
        String named = System.getProperty("kqlift.shared");
        return named == null ? root().resolveSibling("shared") : Path.of(named);
    }
}
