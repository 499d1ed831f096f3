package dev.kqlift.reports.transpile;

import dev.kqlift.reports.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The folder that emitted rules are written to: a folder for each target, in it the paths of the rule files. No name leads
 * out of the folder, and no two rules share a name, not even where case does not count.
 */
public final class OutputFolder {
    private final Path root;
    private final Set<String> taken = new HashSet<>();
    private final Set<Path> folders = new HashSet<>();

    public OutputFolder(Path root) {
        this.root = root;
    }

    /**
     * Writes a rule. The file appears whole or not at all.
     *
     * @param target the backend's id
     * @param source the path of the rule file, relative to what was named on the command line
     * @param extension without a dot
     * @return the path of the file
     */
    public String write(String target, Path source, String extension, String text) throws IOException {
        Path file = root.resolve(free(target, source, extension));
        Path folder = file.getParent();
        if (folders.add(folder)) {
            Files.createDirectories(folder);
        }
        WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
        return file.toString();
    }

    private String free(String target, Path source, String extension) {
        String stem = FileNames.stem(target, source);
        String end = extension.isEmpty() ? "" : "." + extension;
        String name = stem + end;
        for (int n = 2; !taken.add(key(name)); n++) {
            name = stem + "-" + n + end;
        }
        return name;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
