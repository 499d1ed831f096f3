package dev.kqlift.corpus.diff;

/**
 * A value of the rule's metadata that differs.
 *
 * @param name what it is, as rule files name it
 * @param before its text before; empty where it was absent
 * @param after its text after; empty where it is absent
 * @param meaning whether it changes what the rule does or how it is counted, and not only how it reads
 */
public record Change(String name, String before, String after, boolean meaning) {}
