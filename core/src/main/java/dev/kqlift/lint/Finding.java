package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param check the check
 * @param severity how bad it is, after configuration
 * @param message states the fact in the present tense, without a full stop
 * @param span the place in the rule file
 * @param help what to do; empty where the message says it all
 * @param labels further places
 * @param fix how it can be mended
 */
public record Finding(
        CheckInfo check,
        Severity severity,
        String message,
        Span span,
        Optional<String> help,
        List<Label> labels,
        Optional<Fix> fix) {
    public Finding {
        labels = List.copyOf(labels);
    }

    /** The same finding at another severity. */
    public Finding at(Severity other) {
        return new Finding(check, other, message, span, help, labels, fix);
    }
}
