package dev.kqlift.corpus.scan;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.source.Span;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the files behind the paths of a command line: files, folders with all that they hold, and {@code -}. */
public final class CorpusScanner {
    private final List<CorpusInput> inputs = new ArrayList<>();
    private final List<CorpusScan.InputError> errors = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    private CorpusScanner() {}

    /**
     * Walks the paths; no file is read. Hidden files and folders inside a folder are left out, loops of links not
     * followed.
     */
    public static CorpusScan scan(List<String> paths) {
        CorpusScanner scanner = new CorpusScanner();
        for (String path : paths) {
            scanner.add(path);
        }
        return new CorpusScan(scanner.inputs, scanner.errors);
    }

    private void add(String argument) {
        if (argument.equals(RuleFiles.STANDARD_INPUT)) {
            addOnce(argument, CorpusInput.named(argument));
            return;
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException exception) {
            error(argument, "the path is not valid here");
            return;
        }
        if (argument.isEmpty() || !Files.exists(path)) {
            error(argument, "no such file or folder");
        } else if (!Files.isReadable(path)) {
            error(argument, "no permission to read it");
        } else if (Files.isDirectory(path)) {
            addFolder(argument, path);
        } else {
            addOnce(key(path), CorpusInput.named(argument));
        }
    }

    private void error(String path, String reason) {
        errors.add(new CorpusScan.InputError(path, unreadable(reason)));
    }

    private static Diagnostic unreadable(String reason) {
        return Diagnostic.of(DiagnosticCode.KD001, reason, Span.at(0));
    }

    private void addFolder(String argument, Path folder) {
        Walk walk = new Walk(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException exception) {
            error(argument, "the folder cannot be listed");
            return;
        }
        walk.found.sort(Comparator.comparing(Found::order));
        for (Found found : walk.found) {
            addOnce(key(found.path), found.input);
        }
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** A file that is named and found in a folder as well keeps its first place and must be a rule. */
    private void addOnce(String key, CorpusInput input) {
        Integer place = known.putIfAbsent(key, inputs.size());
        if (place == null) {
            inputs.add(input);
        } else if (input.found() == CorpusInput.Found.NAMED) {
            inputs.set(place, input);
        }
    }

    /**
     * A file in a folder.
     *
     * @param order its path from the folder, with slashes on every platform
     */
    private record Found(String order, Path path, CorpusInput input) {}

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Found> found = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // Pipes and devices have no end that could be relied on.
            if (!isHidden(file) && !attributes.isOther()) {
                add(file, CorpusInput.inFolder(file.toString()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException exception) throws IOException {
            if (file.equals(root)) {
                throw exception;
            }
            if (!isHidden(file) && !(exception instanceof FileSystemLoopException)) {
                add(file, CorpusInput.unreadable(file.toString(), unreadable("it cannot be read or listed")));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException exception) {
            if (exception != null) {
                Diagnostic failure = unreadable("the folder cannot be listed to its end");
                add(folder, CorpusInput.unreadable(folder.toString(), failure));
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file, CorpusInput input) {
            String order = root.relativize(file).toString().replace(File.separatorChar, '/');
            found.add(new Found(order, file, input));
        }

        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().startsWith(".");
        }
    }
}
