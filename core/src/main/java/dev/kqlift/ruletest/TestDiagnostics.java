package dev.kqlift.ruletest;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.Datum;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with a test file, and the checks that all of its parts need. */
final class TestDiagnostics {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void wrong(String message, Span span) {
        // A value may be the whole rest of the file: its start is enough.
        Span start = new Span(span.start(), Math.min(span.end(), span.start() + 1));
        add(Diagnostic.of(DiagnosticCode.KD031, message, start));
    }

    List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt(
                        (Diagnostic diagnostic) -> diagnostic.span().start())
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::message));
        return sorted;
    }

    void unknownKeys(Datum.Mapping mapping, List<String> known, String where) {
        for (Datum.Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (!known.contains(key)) {
                add(Diagnostic.of(
                        DiagnosticCode.KD030,
                        where + " has no key `" + key + "`" + Nearest.hint(key, known),
                        entry.key().span()));
            }
        }
    }

    Optional<Datum.Mapping> mapping(Datum value, String form) {
        if (value instanceof Datum.Mapping mapping) {
            return Optional.of(mapping);
        }
        wrong(form, value.span());
        return Optional.empty();
    }

    List<Datum> items(Datum value, String form) {
        if (value instanceof Datum.Sequence sequence) {
            return sequence.items();
        }
        wrong(form, value.span());
        return List.of();
    }

    Optional<Located<String>> text(Datum.Mapping parent, String key, String form) {
        return parent.get(key).flatMap(value -> {
            if (value instanceof Datum.Scalar scalar && !scalar.value().isBlank()) {
                return Optional.of(new Located<>(scalar.value(), scalar.span()));
            }
            wrong(form, value.span());
            return Optional.empty();
        });
    }
}
