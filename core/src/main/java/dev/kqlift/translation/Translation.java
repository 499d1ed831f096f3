package dev.kqlift.translation;

import java.util.List;
import java.util.Optional;

/**
 * A rule in another language, or the reasons why there is none.
 *
 * @param target the backend's id
 * @param fidelity derived from the notes, never set by hand
 * @param notes in the order of their places in the file
 * @param text the emitted rule; empty if and only if the fidelity is {@code UNSUPPORTED}
 * @param extension the extension of the emitted file, without a dot
 */
public record Translation(
        String target, Fidelity fidelity, List<TranslationNote> notes, Optional<String> text, String extension) {
    public Translation {
        notes = List.copyOf(notes);
        if (text.isEmpty() != (fidelity == Fidelity.UNSUPPORTED)) {
            throw new IllegalArgumentException("an unsupported translation has no text, any other has one");
        }
    }
}
