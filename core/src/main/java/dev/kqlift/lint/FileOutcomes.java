package dev.kqlift.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns what was found in the rules of one file into outcomes: the comments of the file are heard. */
final class FileOutcomes {
    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.span().start())
            .thenComparing(finding -> finding.check().code())
            .thenComparing(Finding::message);
    private static final Comparator<CheckInfo> BY_CODE = Comparator.comparing(CheckInfo::code);

    private FileOutcomes() {}

    /** One outcome for each draft; all drafts are of one file, in its order. */
    static List<LintOutcome> of(List<LintDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Suppressions suppressions = Suppressions.of(drafts);
        List<List<Finding>> left = new ArrayList<>();
        List<List<Finding>> taken = new ArrayList<>();
        for (LintDraft draft : drafts) {
            List<Finding> active = new ArrayList<>();
            List<Finding> suppressed = new ArrayList<>();
            for (Finding finding : draft.findings()) {
                (suppressions.takesBack(finding) ? suppressed : active).add(finding);
            }
            left.add(active);
            taken.add(suppressed);
        }
        List<LintOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            LintDraft draft = drafts.get(i);
            left.get(i).addAll(suppressions.findings(i));
            outcomes.add(outcome(draft, suppressions.checks(draft), left.get(i), taken.get(i)));
        }
        return outcomes;
    }

    private static LintOutcome outcome(
            LintDraft draft, List<CheckInfo> more, List<Finding> active, List<Finding> suppressed) {
        active.sort(ORDER);
        suppressed.sort(ORDER);
        List<CheckInfo> made = new ArrayList<>(draft.made());
        made.addAll(more);
        made.sort(BY_CODE);
        List<CheckInfo> passed = new ArrayList<>();
        List<CheckInfo> failed = new ArrayList<>();
        for (CheckInfo check : made) {
            if (active.stream().anyMatch(finding -> LintDraft.isBy(finding, check))) {
                failed.add(check);
            } else if (suppressed.stream().noneMatch(finding -> LintDraft.isBy(finding, check))) {
                passed.add(check);
            }
        }
        List<NotChecked> notChecked = new ArrayList<>(draft.notChecked());
        notChecked.sort(Comparator.comparing(not -> not.check().code()));
        return new LintOutcome(active, notChecked, passed, failed, suppressed, List.of());
    }
}
