package dev.kqlift.translation;

/**
 * How effects combine and turn. The order is
 *
 * <pre>
 *               UNSUPPORTED (no promise)
 *               /          \
 *            WIDER       NARROWER
 *               \          /
 *               APPROXIMATE
 *                    |
 *                  EXACT
 * </pre>
 *
 * and two effects on one result give their least upper bound: what is both wider and narrower promises nothing, and what is
 * wider with approximate values is called wider, because the word about missing and extra rows matters more to a reader
 * of alerts; the note on the values stays.
 */
public final class EffectAlgebra {
    private EffectAlgebra() {}

    /** The effect of two changes together. */
    public static Fidelity combine(Fidelity first, Fidelity second) {
        if (first == second) {
            return first;
        }
        return switch (first) {
            case EXACT -> second;
            case UNSUPPORTED -> Fidelity.UNSUPPORTED;
            case APPROXIMATE -> second == Fidelity.EXACT ? Fidelity.APPROXIMATE : second;
            case WIDER ->
                second == Fidelity.NARROWER || second == Fidelity.UNSUPPORTED ? Fidelity.UNSUPPORTED : Fidelity.WIDER;
            case NARROWER ->
                second == Fidelity.WIDER || second == Fidelity.UNSUPPORTED ? Fidelity.UNSUPPORTED : Fidelity.NARROWER;
        };
    }

    /** The effect under a negation, or on the side of an anti join that takes rows away. */
    public static Fidelity turned(Fidelity effect) {
        return switch (effect) {
            case WIDER -> Fidelity.NARROWER;
            case NARROWER -> Fidelity.WIDER;
            case EXACT, APPROXIMATE, UNSUPPORTED -> effect;
        };
    }

    /** True for the effects that say more or fewer rows. */
    static boolean changesRows(Fidelity effect) {
        return effect == Fidelity.WIDER || effect == Fidelity.NARROWER;
    }
}
