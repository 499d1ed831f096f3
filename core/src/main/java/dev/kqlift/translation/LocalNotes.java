package dev.kqlift.translation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes of one translation, kept at the nodes of the IR where they arise. A backend only records here; what a note does
 * to the rule's result is worked out by {@link FidelityDerivation}. Not safe for threads.
 */
public final class LocalNotes {
    // By identity, because two equal nodes at two places are two constructs.
    private final Map<Object, List<LocalNote>> byNode = new IdentityHashMap<>();

    /** Records a note at a scalar. Recording an equal note twice counts once. */
    public void add(Scalar node, LocalNote note) {
        put(node, note);
    }

    /** Records a note at a relation. Recording an equal note twice counts once. */
    public void add(Relation node, LocalNote note) {
        put(node, note);
    }

    private void put(Object node, LocalNote note) {
        List<LocalNote> notes = byNode.computeIfAbsent(node, key -> new ArrayList<>());
        // Equal origins do not mean one place, so the place is compared too.
        if (notes.stream().noneMatch(other -> other.equals(note) && samePlace(other, note))) {
            notes.add(note);
        }
    }

    private static boolean samePlace(LocalNote first, LocalNote second) {
        return first.origin().span().equals(second.origin().span());
    }

    List<LocalNote> at(Object node) {
        return List.copyOf(byNode.getOrDefault(node, List.of()));
    }

    /** True when a note says that something cannot be translated. */
    public boolean anyUnsupported() {
        for (List<LocalNote> notes : byNode.values()) {
            for (LocalNote note : notes) {
                if (note.effect() == Fidelity.UNSUPPORTED) {
                    return true;
                }
            }
        }
        return false;
    }
}
