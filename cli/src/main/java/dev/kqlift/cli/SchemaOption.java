package dev.kqlift.cli;

import dev.kqlift.catalog.TableSchemaFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.Workspace;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code --schema FILE}: tables of the user's own. */
final class SchemaOption {
    private SchemaOption() {}

    /** The workspace of the configuration with the tables of the option, if it is given. */
    static Workspace workspace(ParseResult arguments, Streams streams) {
        return workspace(ConfigOption.workspace(arguments, streams), arguments, streams);
    }

    /** A workspace with the tables of the option, if it is given. */
    static Workspace workspace(Workspace workspace, ParseResult arguments, Streams streams) {
        Optional<String> path = CommonArguments.given(arguments, "--schema");
        return path.isEmpty() ? workspace : withTables(workspace, path.get(), streams);
    }

    private static Workspace withTables(Workspace workspace, String path, Streams streams) {
        String text = text(path);
        TableSchemaFile schema = TableSchemaFile.parse(text);
        SourceFile file = new SourceFile(path, SourceText.of(text), List.of());
        boolean broken = false;
        for (Diagnostic diagnostic : schema.diagnostics()) {
            streams.err().println(DiagnosticText.oneLine(file, diagnostic, streams.errColors()));
            broken |= diagnostic.severity() == Severity.ERROR;
        }
        if (broken) {
            throw new UsageException("the schema file " + path + " cannot be read");
        }
        return workspace.with(schema.tables());
    }

    private static String text(String path) {
        try {
            return new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("the schema file " + path + " cannot be read: " + Reason.of(e));
        }
    }
}
