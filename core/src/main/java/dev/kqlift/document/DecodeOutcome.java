package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;

/** What decoding the bytes of a file gave. */
public sealed interface DecodeOutcome {
    /** The bytes are text. */
    record Decoded(SourceFile file) implements DecodeOutcome {}

    /**
     * The bytes are no text that kqlift reads.
     *
     * @param path the path of the file, as given
     * @param diagnostic the reason; its span is the start of the file
     */
    record Refused(String path, Diagnostic diagnostic) implements DecodeOutcome {}
}
