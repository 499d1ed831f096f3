package dev.kqlift.corpus.diff;

import dev.kqlift.corpus.facts.RuleFacts;

/**
 * A rule of one side.
 *
 * @param rule its facts
 * @param path the path of its file inside what was named for the side, with slashes
 */
public record PlacedRule(RuleFacts rule, String path) {}
