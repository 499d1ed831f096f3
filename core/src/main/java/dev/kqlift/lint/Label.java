package dev.kqlift.lint;

import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Span;
import java.util.Optional;

/**
 * A second place that a finding is about.
 *
 * @param file the file, where it is another than the finding's
 * @param span the place in it
 * @param text what stands there
 */
public record Label(Optional<SourceFile> file, Span span, String text) {
    /** A place in the same file. */
    public Label(Span span, String text) {
        this(Optional.empty(), span, text);
    }
}
