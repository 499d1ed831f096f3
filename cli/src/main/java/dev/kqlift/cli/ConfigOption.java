package dev.kqlift.cli;

import dev.kqlift.catalog.LintConfig;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceConfig;
import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.Workspace;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code --config FILE} and {@code --no-config}: what the workspace declares beside its rules. */
final class ConfigOption {
    private ConfigOption() {}

    /**
     * What a workspace declares.
     *
     * @param lint which checks run
     * @param file the file that says so; empty where nothing is read
     */
    record Configuration(Workspace workspace, LintConfig lint, Optional<SourceFile> file) {
        private static final Configuration NONE =
                new Configuration(Workspace.builtIn(), LintConfig.EMPTY, Optional.empty());

        /** Ends the command where something in the file is wrong. */
        void require(List<Diagnostic> diagnostics, Streams streams) {
            SourceFile read = file.orElseThrow();
            for (Diagnostic diagnostic : diagnostics) {
                streams.err().println(DiagnosticText.oneLine(read, diagnostic, streams.errColors()));
            }
            // A declaration that is passed over would change what rules mean, in silence for all who do not read this.
            if (diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
                throw unreadable(read.path());
            }
        }

        /** The path of a file from the folder of the configuration, with slashes; a path elsewhere is left as it is. */
        String relative(String path) {
            if (file.isEmpty() || path.equals(RuleFiles.STANDARD_INPUT)) {
                return path;
            }
            Path folder =
                    Path.of(file.get().path()).toAbsolutePath().normalize().getParent();
            Path absolute = Path.of(path).toAbsolutePath().normalize();
            Path relative = folder != null && absolute.startsWith(folder) ? folder.relativize(absolute) : Path.of(path);
            return relative.toString().replace(File.separatorChar, '/');
        }
    }

    /** The workspace of the file that is named, or else found above the first path; out of the box where there is none. */
    static Workspace workspace(ParseResult arguments, Streams streams) {
        return configuration(arguments, streams).workspace();
    }

    /** What the file says that is named, or else found above the first path; nothing where there is none. */
    static Configuration configuration(ParseResult arguments, Streams streams) {
        Optional<String> named = CommonArguments.given(arguments, "--config");
        boolean ignored = arguments.hasMatchedOption("--no-config");
        if (named.isPresent() && ignored) {
            throw new UsageException("--config and --no-config contradict each other; leave one of the two out");
        }
        if (ignored) {
            return Configuration.NONE;
        }
        Optional<String> file = named.isPresent() ? named : found(CommonArguments.paths(arguments));
        return file.isEmpty() ? Configuration.NONE : read(file.get(), streams);
    }

    /** The nearest file in the folder of the first path, or above it. */
    private static Optional<String> found(List<String> paths) {
        String first = paths.isEmpty() || paths.getFirst().equals(RuleFiles.STANDARD_INPUT) ? "" : paths.getFirst();
        Path start;
        try {
            start = Path.of(first).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            // What is wrong with the path is told where it is read.
            return Optional.empty();
        }
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(WorkspaceFile.NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }

    private static Configuration read(String path, Streams streams) {
        SourceFile file = switch (Decoder.decode(path, bytes(path))) {
            case DecodeOutcome.Decoded(SourceFile decoded) -> decoded;
            case DecodeOutcome.Refused(String ignored, Diagnostic diagnostic) -> {
                SourceFile nothing = new SourceFile(path, SourceText.of(""), List.of());
                streams.err().println(DiagnosticText.oneLine(nothing, diagnostic, streams.errColors()));
                throw unreadable(path);
            }
        };
        WorkspaceFile workspace = WorkspaceFile.parse(file.text().text(), TableCatalog.builtIn());
        WorkspaceConfig config = workspace.config();
        Configuration read = new Configuration(Workspace.of(config), config.lint(), Optional.of(file));
        read.require(file.diagnostics(), streams);
        read.require(workspace.diagnostics(), streams);
        return read;
    }

    private static UsageException unreadable(String path) {
        return new UsageException(
                "the configuration " + Printable.line(path) + " cannot be used; --no-config passes over it");
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return in.readNBytes(Decoder.SIZE_LIMIT + 1);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("the configuration " + Printable.line(path) + " cannot be read: " + Reason.of(e));
        }
    }
}
