/**
 * Checks of rules. What enters is a {@link LintSubject}: a rule as far as it is understood. What leaves is a
 * {@link LintOutcome}: findings with places in the rule file, and what was checked and what was not.
 *
 * <p>A check is one final class in the {@code permits} list of {@link LintRule}, with one page in the resources. It says by
 * the interfaces that it implements ({@link OnDocument}, {@link OnQuery}, {@link OnComparison}, …) what it wants to
 * see; {@link LintPass} walks each tree once and hands every node to whoever asked for it.
 */
@NullMarked
package dev.kqlift.lint;

import org.jspecify.annotations.NullMarked;
