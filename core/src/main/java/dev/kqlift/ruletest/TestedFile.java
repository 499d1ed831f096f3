package dev.kqlift.ruletest;

import dev.kqlift.document.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What came of a test file.
 *
 * @param file the file
 * @param rule the name of the rule that it tests, or else its path; empty where there is none
 * @param problems why none of its cases was run
 * @param cases its cases in order
 * @param coverage what they show of the rule's conditions, where that was asked
 */
public record TestedFile(
        SourceFile file,
        Optional<String> rule,
        List<Verdict.Refused> problems,
        List<CaseOutcome> cases,
        Optional<Coverage> coverage) {
    public TestedFile {
        problems = List.copyOf(problems);
        cases = List.copyOf(cases);
    }

    /** A file whose cases were not run. */
    public static TestedFile refused(SourceFile file, List<Verdict.Refused> problems) {
        return new TestedFile(file, Optional.empty(), problems, List.of(), Optional.empty());
    }

    public Counts counts() {
        Counts counts = new Counts(0, 0, problems.isEmpty() ? 0 : 1);
        for (CaseOutcome outcome : cases) {
            counts = counts.plus(
                    switch (outcome.verdict()) {
                        case Verdict.Passed passed -> new Counts(1, 0, 0);
                        case Verdict.Failed failed -> new Counts(0, 1, 0);
                        case Verdict.Refused refused -> new Counts(0, 0, 1);
                    });
        }
        return counts;
    }

    /**
     * How many cases there are of each verdict; a file whose cases were not run counts as one that is refused.
     */
    public record Counts(int passed, int failed, int refused) {
        public static final Counts NONE = new Counts(0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(passed + more.passed, failed + more.failed, refused + more.refused);
        }

        public int all() {
            return passed + failed + refused;
        }
    }
}
