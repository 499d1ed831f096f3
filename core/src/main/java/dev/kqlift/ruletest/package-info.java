/**
 * Unit tests of rules: a test file and a rule in, for each case what came of it out. The rule is run by the reference
 * evaluator over the events that the case gives; where that refuses, so does the test. No files are read here.
 */
@NullMarked
package dev.kqlift.ruletest;

import org.jspecify.annotations.NullMarked;
