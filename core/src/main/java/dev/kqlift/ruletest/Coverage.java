package dev.kqlift.ruletest;

import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Span;
import java.util.List;

/**
 * How much of a rule's conditions its cases show: each single test below {@code and}, {@code or} and {@code not} of a
 * {@code where} should have been true of one row and false of another.
 *
 * @param file the rule's file
 * @param tests how many tests there are
 * @param gaps those that were not both, in the order in which the query is read
 */
public record Coverage(SourceFile file, int tests, List<Gap> gaps) {
    public Coverage {
        gaps = List.copyOf(gaps);
    }

    /**
     * A test that was not both.
     *
     * @param test its text
     * @param span its place in the rule's file
     * @param seenTrue whether it was true of a row that reached it
     * @param seenFalse whether it was false of one
     */
    public record Gap(String test, Span span, boolean seenTrue, boolean seenFalse) {
        /** {@code never true}, {@code never false} or {@code never true or false}. */
        public String words() {
            return seenTrue ? "never false" : seenFalse ? "never true" : "never true or false";
        }
    }
}
