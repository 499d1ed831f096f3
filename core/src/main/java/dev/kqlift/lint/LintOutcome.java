package dev.kqlift.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came of the checks of one rule. A check that found something is passed, failed or neither: one whose findings are all
 * taken back by comments or known to a baseline counts as none of the two.
 *
 * @param findings by place in the file, then by code
 * @param notChecked checks that could not be made, by code
 * @param passedChecks the checks that were made and found nothing
 * @param failedChecks the checks that found something
 * @param suppressedFindings what a comment in the file took back
 * @param baselinedFindings what a baseline knew
 */
public record LintOutcome(
        List<Finding> findings,
        List<NotChecked> notChecked,
        List<CheckInfo> passedChecks,
        List<CheckInfo> failedChecks,
        List<Finding> suppressedFindings,
        List<Finding> baselinedFindings) {
    public LintOutcome {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
        passedChecks = List.copyOf(passedChecks);
        failedChecks = List.copyOf(failedChecks);
        suppressedFindings = List.copyOf(suppressedFindings);
        baselinedFindings = List.copyOf(baselinedFindings);
    }

    public int passed() {
        return passedChecks.size();
    }

    public int failed() {
        return failedChecks.size();
    }

    public int suppressed() {
        return suppressedFindings.size();
    }

    public int baselined() {
        return baselinedFindings.size();
    }

    /** This outcome without the findings that are known; the predicate is asked in the order of the findings. */
    public LintOutcome without(Predicate<Finding> known) {
        List<Finding> left = new ArrayList<>();
        List<Finding> taken = new ArrayList<>(baselinedFindings);
        for (Finding finding : findings) {
            (known.test(finding) ? taken : left).add(finding);
        }
        List<CheckInfo> failing = failedChecks.stream()
                .filter(check -> left.stream().anyMatch(finding -> LintDraft.isBy(finding, check)))
                .toList();
        return new LintOutcome(left, notChecked, passedChecks, failing, suppressedFindings, taken);
    }
}
