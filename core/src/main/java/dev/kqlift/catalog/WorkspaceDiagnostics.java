package dev.kqlift.catalog;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.Datum;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a {@code kqlift.yaml}, and the checks that all of its parts need. */
final class WorkspaceDiagnostics {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void report(DiagnosticCode code, String message, Span span) {
        add(Diagnostic.of(code, message, span));
    }

    List<Diagnostic> list() {
        return List.copyOf(diagnostics);
    }

    void unknownKeys(Datum.Mapping mapping, List<String> known, String where) {
        for (Datum.Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (!known.contains(key)) {
                report(
                        DiagnosticCode.KD020,
                        where + " has no key `" + key + "`" + Nearest.hint(key, known),
                        entry.key().span());
            }
        }
    }

    /** The mapping of a key; empty where the key is absent, or holds something else, which is reported. */
    Optional<Datum.Mapping> mapping(Datum.Mapping parent, String key, String form) {
        return parent.get(key).flatMap(value -> {
            if (value instanceof Datum.Mapping mapping) {
                return Optional.of(mapping);
            }
            report(DiagnosticCode.KD021, form, value.span());
            return Optional.empty();
        });
    }

    /** The mapping of an entry, which has to be one. */
    Optional<Datum.Mapping> mapping(Datum.Entry entry, String form) {
        if (entry.value() instanceof Datum.Mapping mapping) {
            return Optional.of(mapping);
        }
        report(
                DiagnosticCode.KD021,
                form,
                entry.value().isNull() ? entry.key().span() : entry.value().span());
        return Optional.empty();
    }

    /** The scalar of a key; empty where the key is absent, or holds something else, which is reported. */
    Optional<Datum.Scalar> scalar(Datum.Mapping parent, String key, String form) {
        return parent.get(key).flatMap(value -> {
            if (value instanceof Datum.Scalar scalar) {
                return Optional.of(scalar);
            }
            report(DiagnosticCode.KD021, form, value.span());
            return Optional.empty();
        });
    }
}
