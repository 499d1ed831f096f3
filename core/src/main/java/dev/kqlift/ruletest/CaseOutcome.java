package dev.kqlift.ruletest;

import dev.kqlift.source.Located;

/**
 * A case that was run.
 *
 * @param name its name with its place in the test file
 */
public record CaseOutcome(Located<String> name, Verdict verdict) {}
