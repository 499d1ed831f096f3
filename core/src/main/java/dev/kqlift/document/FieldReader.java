package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values of one rule, and notes those that are not of the type that the rule format asks for. */
final class FieldReader {
    private final SourceFile file;
    private final List<Diagnostic> diagnostics;

    FieldReader(SourceFile file, List<Diagnostic> found) {
        this.file = file;
        this.diagnostics = new ArrayList<>(found);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The text of a key; numbers and booleans as the file spells them. */
    Optional<Located<String>> text(Datum.Mapping mapping, String key) {
        Optional<Datum> value = mapping.get(key);
        if (value.isPresent() && value.get() instanceof Datum.Scalar scalar) {
            return Optional.of(new Located<>(scalar.value(), scalar.span()));
        }
        value.ifPresent(other -> wrongType(key, "a text", other));
        return Optional.empty();
    }

    /** The texts of a list, or the one text that stands in its place. */
    List<Located<String>> texts(Datum.Mapping mapping, String key) {
        List<Located<String>> texts = new ArrayList<>();
        mapping.get(key).ifPresent(value -> addTexts(key, value, texts));
        return texts;
    }

    private void addTexts(String key, Datum value, List<Located<String>> texts) {
        switch (value) {
            case Datum.Scalar scalar -> texts.add(new Located<>(scalar.value(), scalar.span()));
            case Datum.Mapping mapping -> wrongType(key, "a list of texts", mapping);
            case Datum.Sequence sequence -> {
                for (Datum item : sequence.items()) {
                    if (item instanceof Datum.Scalar scalar) {
                        if (!scalar.isNull()) {
                            texts.add(new Located<>(scalar.value(), scalar.span()));
                        }
                    } else {
                        wrongType(key, "a list of texts", item);
                    }
                }
            }
        }
    }

    /**
     * The query of a key. Where it is missing, empty or no text a diagnostic says so, at the key or else at {@code
     * owner}.
     */
    Optional<EmbeddedText> query(Datum.Mapping mapping, String key, Span owner) {
        Optional<Datum.Entry> entry = mapping.entry(key);
        if (entry.isEmpty()) {
            return noQuery("the rule has no key `" + key + "`", owner);
        }
        Datum value = entry.get().value();
        if (value.isNull()) {
            return noQuery(
                    "the rule's `" + key + "` is empty", entry.get().key().span());
        }
        if (!(value instanceof Datum.Scalar scalar)) {
            return noQuery("the rule's `" + key + "` is no text", value.span());
        }
        return query(scalar, key);
    }

    Optional<EmbeddedText> query(Datum.Scalar scalar, String key) {
        if (scalar.value().isBlank()) {
            return noQuery("the rule's `" + key + "` is empty", scalar.span());
        }
        EmbeddedText text = ScalarText.of(file.text().text(), scalar);
        if (text.isOpaque()) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.KD016,
                    "positions in this query point at the whole value, whose characters cannot be followed one by one",
                    scalar.span()));
        }
        return Optional.of(text);
    }

    Optional<EmbeddedText> noQuery(String message, Span span) {
        diagnostics.add(Diagnostic.of(DiagnosticCode.KD012, message, span));
        return Optional.empty();
    }

    private void wrongType(String key, String wanted, Datum found) {
        diagnostics.add(Diagnostic.of(
                DiagnosticCode.KD015, "`" + key + "` is not " + wanted + " and is passed over", found.span()));
    }

    /** The place of a mapping in a few characters: its first key. */
    static Span place(Datum.Mapping mapping) {
        return mapping.entries().isEmpty()
                ? Span.at(mapping.span().start())
                : mapping.entries().getFirst().key().span();
    }
}
