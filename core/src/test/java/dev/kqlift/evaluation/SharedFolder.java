package dev.kqlift.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of shared inputs beside the project. */
final class SharedFolder {
    private SharedFolder() {}

    /** The folder {@code shared} beside the project, or {@code -Dkqlift.shared}; it need not exist. */
    static Path path() {
        String named = System.getProperty("kqlift.shared");
        if (named != null) {
            return Path.of(named);
        }
        Path project = Path.of("").toAbsolutePath();
        while (project.getParent() != null && Files.exists(project.getParent().resolve("pom.xml"))) {
            project = project.getParent();
        }
        return project.resolveSibling("shared");
    }
}
