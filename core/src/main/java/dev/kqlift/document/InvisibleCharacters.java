package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.Optional;

/** Finds characters that look like a space, or like nothing, and are no white space to most programs. */
final class InvisibleCharacters {
    private InvisibleCharacters() {}

    static boolean isInvisible(char c) {
        return switch (c) {
            case '\u00A0', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> true;
            default -> false;
        };
    }

    /** One note for a whole query, at the first of them. */
    static Optional<Diagnostic> report(EmbeddedText query) {
        String text = query.text();
        int first = -1;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u00A0' && isInvisible(c)) {
                first = count == 0 ? i : first;
                count++;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        String character = "U+%04X".formatted((int) text.charAt(first));
        String message = count == 1
                ? "the query holds an invisible character, " + character
                : "the query holds " + count + " invisible characters, the first of them " + character;
        return Optional.of(Diagnostic.of(DiagnosticCode.KD005, message, query.toFile(new Span(first, first + 1))));
    }
}
