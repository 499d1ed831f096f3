package dev.kqlift.lint;

import dev.kqlift.catalog.AttackVersion;

/**
 * What checks ask about their surroundings besides the rule.
 *
 * @param attackVersion the version of ATT&CK that rules are held against
 */
public record LintSettings(AttackVersion attackVersion) {
    /** The settings where nothing is configured. */
    public static final LintSettings DEFAULT = new LintSettings(AttackVersion.DEFAULT);
}
