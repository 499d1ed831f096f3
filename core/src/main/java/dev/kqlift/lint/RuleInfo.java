package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What stands on the label of a {@link LintRule}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RuleInfo {
    /** {@code KL} and three digits, stable for ever; the first digit is the category's. */
    String code();

    /** What is found, in words with hyphens: the name reads as "allow NAME". */
    String name();

    LintCategory category();

    Severity severity();

    /** False for checks whose base rate is so high that a team has to ask for them. */
    boolean enabled() default true;

    /** The kinds of rule that the check is for; empty for all. */
    RuleKind[] kinds() default {};
}
