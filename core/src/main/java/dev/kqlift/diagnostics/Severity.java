package dev.kqlift.diagnostics;

import java.util.Locale;

/** How bad a diagnostic is, worst first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word of the machine formats. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
