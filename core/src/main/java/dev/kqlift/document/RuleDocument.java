package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.EmbeddedText;
import java.util.List;
import java.util.Optional;

/**
 * One rule as its file states it. A file may hold several.
 *
 * @param file the file
 * @param kind what the file is
 * @param metadata what it says of the rule
 * @param fields the rule's own keys as the file states them, for what {@code metadata} does not name: of an ARM template
 *     the resource's properties and its kind; empty for bare queries and where the file is broken
 * @param query the query's text and the place of each of its characters; empty where the rule has none, which a
 *     diagnostic says
 * @param diagnostics what reading had to say, with spans in the file
 */
public record RuleDocument(
        SourceFile file,
        RuleKind kind,
        RuleMetadata metadata,
        Optional<Datum.Mapping> fields,
        Optional<EmbeddedText> query,
        List<Diagnostic> diagnostics) {
    public RuleDocument {
        diagnostics = List.copyOf(diagnostics);
    }

    /** A rule whose file has no keys. */
    public RuleDocument(
            SourceFile file,
            RuleKind kind,
            RuleMetadata metadata,
            Optional<EmbeddedText> query,
            List<Diagnostic> diagnostics) {
        this(file, kind, metadata, Optional.empty(), query, diagnostics);
    }
}
