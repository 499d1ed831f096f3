package dev.kqlift.lint;

import java.util.List;

/**
 * What came of the checks of one rule.
 *
 * @param findings by place in the file, then by code
 * @param notChecked checks that could not be made, by code
 * @param passed how many checks were made and found nothing
 * @param failed how many checks found something
 * @param suppressed how many findings a comment in the file took back
 */
public record LintOutcome(List<Finding> findings, List<NotChecked> notChecked, int passed, int failed, int suppressed) {
    public LintOutcome {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }
}
