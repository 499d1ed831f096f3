package dev.kqlift.lint;

/**
 * A check that could not be made on a rule. It never counts as passed.
 *
 * @param check the check
 * @param reason why, in words that fit behind "not checked:"
 */
public record NotChecked(CheckInfo check, String reason) {}
