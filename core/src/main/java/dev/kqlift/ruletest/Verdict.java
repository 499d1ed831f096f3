package dev.kqlift.ruletest;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.SourceFile;
import dev.kqlift.evaluation.EvaluationResult;
import java.util.List;
import java.util.Optional;

/** What came of a case. */
public sealed interface Verdict {
    /**
     * Everything came out as expected.
     *
     * @param trigger whether the rule makes an alert of it, where the rule says when it does
     */
    record Passed(Optional<Trigger> trigger) implements Verdict {}

    /**
     * Something else came out.
     *
     * @param mismatches what, at least one
     * @param actual the rows that came out
     * @param trigger whether the rule makes an alert of it, where the rule says when it does
     */
    record Failed(List<Mismatch> mismatches, EvaluationResult.Rows actual, Optional<Trigger> trigger)
            implements Verdict {
        public Failed {
            mismatches = List.copyOf(mismatches);
        }
    }

    /**
     * It is not known what comes out.
     *
     * @param file the file that the reason points into: the rule's or the test's
     * @param reason with its place there
     */
    record Refused(SourceFile file, Diagnostic reason) implements Verdict {}
}
