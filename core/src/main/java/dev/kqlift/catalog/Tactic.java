package dev.kqlift.catalog;

/**
 * A tactic of ATT&CK. The matrices share short names and names, but not ids.
 *
 * @param id {@code TA0001}
 * @param shortName {@code initial-access}, the word by which techniques name it
 * @param name {@code Initial Access}
 * @param matrix the matrix that it is a column of
 */
public record Tactic(String id, String shortName, String name, AttackMatrix matrix) {}
