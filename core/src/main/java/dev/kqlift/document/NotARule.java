package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Span;

/** Outcomes of files that hold no rule. */
final class NotARule {
    private NotARule() {}

    static ReadOutcome.PassedOver because(String reason) {
        return new ReadOutcome.PassedOver(
                reason, Diagnostic.of(DiagnosticCode.KD014, "the file is no rule: " + reason, Span.at(0)));
    }

    static ReadOutcome.PassedOver because(Diagnostic diagnostic) {
        return new ReadOutcome.PassedOver(diagnostic.code().title() + ": " + diagnostic.message(), diagnostic);
    }
}
