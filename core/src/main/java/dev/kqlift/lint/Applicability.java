package dev.kqlift.lint;

/** Whether a fix may be applied unseen. */
public enum Applicability {
    /** The rule means the same afterwards, or what was wrong without doubt is right: {@code --fix} applies it. */
    SAFE,
    /** The fix changes what the rule means; it is shown and never applied unasked. */
    UNSAFE
}
