package dev.kqlift.diagnostics;

import dev.kqlift.source.Span;

/**
 * What kqlift has to say about a place in a text.
 *
 * @param code the stable code
 * @param severity how bad it is
 * @param message one plain sentence that says what is wrong and what to do
 * @param span the place, in the text that the step was given
 */
public record Diagnostic(DiagnosticCode code, Severity severity, String message, Span span) {
    /** The diagnostic of a code at its own severity. */
    public static Diagnostic of(DiagnosticCode code, String message, Span span) {
        return new Diagnostic(code, code.severity(), message, span);
    }

    public Diagnostic at(Span place) {
        return new Diagnostic(code, severity, message, place);
    }
}
