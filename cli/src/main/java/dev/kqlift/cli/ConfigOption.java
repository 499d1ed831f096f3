package dev.kqlift.cli;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.Workspace;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
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

    /** The workspace of the file that is named, or else found above the first path; out of the box where there is none. */
    static Workspace workspace(ParseResult arguments, Streams streams) {
        Optional<String> named = CommonArguments.given(arguments, "--config");
        boolean ignored = arguments.hasMatchedOption("--no-config");
        if (named.isPresent() && ignored) {
            throw new UsageException("--config and --no-config contradict each other; leave one of the two out");
        }
        if (ignored) {
            return Workspace.builtIn();
        }
        Optional<String> file = named.isPresent() ? named : found(CommonArguments.paths(arguments));
        return file.isEmpty() ? Workspace.builtIn() : read(file.get(), streams);
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

    private static Workspace read(String path, Streams streams) {
        SourceFile file = switch (Decoder.decode(path, bytes(path))) {
            case DecodeOutcome.Decoded(SourceFile decoded) -> decoded;
            case DecodeOutcome.Refused(String ignored, Diagnostic diagnostic) -> {
                SourceFile nothing = new SourceFile(path, SourceText.of(""), List.of());
                streams.err().println(DiagnosticText.oneLine(nothing, diagnostic, streams.errColors()));
                throw unreadable(path);
            }
        };
        WorkspaceFile workspace = WorkspaceFile.parse(file.text().text(), TableCatalog.builtIn());
        for (Diagnostic diagnostic : file.diagnostics()) {
            streams.err().println(DiagnosticText.oneLine(file, diagnostic, streams.errColors()));
        }
        for (Diagnostic diagnostic : workspace.diagnostics()) {
            streams.err().println(DiagnosticText.oneLine(file, diagnostic, streams.errColors()));
        }
        // A declaration that is passed over would change what rules mean, in silence for all who do not read this.
        if (workspace.hasErrors()) {
            throw unreadable(path);
        }
        return Workspace.of(workspace.config());
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
