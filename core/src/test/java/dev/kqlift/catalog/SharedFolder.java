package dev.kqlift.catalog;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code shared} beside the project (or {@code -Dkqlift.shared}) with material for extra tests; need not exist. */
final class SharedFolder {
    private SharedFolder() {}

    static Path find() {
        String named = System.getProperty("kqlift.shared");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }
}
