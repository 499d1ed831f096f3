package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.source.Span;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.util.List;
import java.util.Optional;

/** Translates so that a defect of a backend costs one rule and not the run. */
final class SafeTranslation {
    private SafeTranslation() {}

    static Translation of(Backend backend, AnalyzedRule rule) {
        try {
            return backend.translate(rule);
        } catch (RuntimeException | StackOverflowError | AssertionError defect) {
            Span place = rule.document()
                    .query()
                    .map(query -> Span.at(query.toFile(0)))
                    .orElse(Span.at(0));
            TranslationNote note =
                    new TranslationNote(DiagnosticCode.KD900, Fidelity.UNSUPPORTED, message(backend, defect), place);
            return new Translation(backend.id(), Fidelity.UNSUPPORTED, List.of(note), Optional.empty(), "");
        }
    }

    private static String message(Backend backend, Throwable defect) {
        String detail = defect.getMessage();
        // The message of an overflow of the stack, if any, depends on how warm the program is.
        return "internal error while translating to " + backend.id() + ": "
                + defect.getClass().getSimpleName()
                + (detail == null || defect instanceof StackOverflowError ? "" : ": " + detail);
    }
}
