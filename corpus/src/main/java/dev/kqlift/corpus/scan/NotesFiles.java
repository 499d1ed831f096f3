package dev.kqlift.corpus.scan;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads the notes that stand beside rule files. */
public final class NotesFiles {
    private NotesFiles() {}

    /** The notes of a rule file as text; empty where it has none, and for standard input. */
    public static Optional<DecodeOutcome> read(String rulePath) {
        if (rulePath.equals(RuleFiles.STANDARD_INPUT)) {
            return Optional.empty();
        }
        String path = RuleFiles.notesPath(rulePath);
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    InputBytes.isTooLarge(attributes)
                            ? new DecodeOutcome.Refused(path, Decoder.tooLarge())
                            : Decoder.decode(path, InputBytes.read(file, attributes)));
        } catch (IOException exception) {
            Diagnostic failure = Diagnostic.of(DiagnosticCode.KD001, "it cannot be read", Span.at(0));
            return Optional.of(new DecodeOutcome.Refused(path, failure));
        }
    }
}
