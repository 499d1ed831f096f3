/** What {@code test} writes: test files with the verdicts of their cases in; text, JSON Lines or JUnit XML out. */
@NullMarked
package dev.kqlift.reports.ruletest;

import org.jspecify.annotations.NullMarked;
