package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.SourceText;
import java.util.List;

/**
 * A decoded rule file.
 *
 * @param path as given on the command line, or walked from there, with the separators of the platform
 * @param text the decoded text without its byte order mark; columns count in this text
 * @param diagnostics what decoding had to say, with spans in {@code text}
 */
public record SourceFile(String path, SourceText text, List<Diagnostic> diagnostics) {
    public SourceFile {
        diagnostics = List.copyOf(diagnostics);
    }
}
