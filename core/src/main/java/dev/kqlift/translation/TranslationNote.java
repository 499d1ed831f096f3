package dev.kqlift.translation;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Span;

/**
 * What a translation changed, and where.
 *
 * @param code a {@code KX} code
 * @param effect what the change does to the rule's result
 * @param message one plain sentence
 * @param span the construct, in the rule file
 */
public record TranslationNote(DiagnosticCode code, Fidelity effect, String message, Span span) {}
