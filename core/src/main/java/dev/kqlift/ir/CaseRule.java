package dev.kqlift.ir;

/** Whether a comparison of text tells upper from lower case. */
public enum CaseRule {
    SENSITIVE,
    INSENSITIVE
}
