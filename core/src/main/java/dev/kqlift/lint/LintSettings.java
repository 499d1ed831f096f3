package dev.kqlift.lint;

/** What checks ask about their surroundings besides the rule. */
public record LintSettings() {
    /** The settings where nothing is configured. */
    public static final LintSettings DEFAULT = new LintSettings();
}
