package dev.kqlift.translation;

import java.util.Locale;

/** What an emitted rule promises, best first. */
public enum Fidelity {
    /** On every input the emitted rule returns the rows that the KQL returns, field mapping aside. */
    EXACT,
    /** The same rows or groups; some computed values may differ. */
    APPROXIMATE,
    /** Those rows and maybe more. */
    WIDER,
    /** Only some of those rows. */
    NARROWER,
    /** Nothing is emitted for this target. */
    UNSUPPORTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the machine formats. */
    public String word() {
        return word;
    }
}
