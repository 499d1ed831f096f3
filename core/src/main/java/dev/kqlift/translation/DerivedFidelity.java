package dev.kqlift.translation;

import java.util.List;

/**
 * What a translation promises and why.
 *
 * @param fidelity the combination of the notes' effects
 * @param notes with their effects on the rule's result, in the order of their places in the file
 */
public record DerivedFidelity(Fidelity fidelity, List<TranslationNote> notes) {
    public DerivedFidelity {
        notes = List.copyOf(notes);
    }
}
