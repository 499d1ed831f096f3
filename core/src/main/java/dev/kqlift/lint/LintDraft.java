package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the checks of one rule found, before other rules of the run add to it and comments in the file take back some of it.
 * Holds no trees.
 *
 * @param findings each place once: the body of a function is seen at every call
 * @param notChecked the checks that could not be made
 * @param made the checks that were made, whether they found something or not
 */
record LintDraft(
        RuleDocument document,
        LintSelection.Chosen chosen,
        Set<Finding> findings,
        List<NotChecked> notChecked,
        List<CheckInfo> made) {
    /** True when a finding is one of a check, or of the step that a check stands for. */
    static boolean isBy(Finding finding, CheckInfo check) {
        String code = finding.check().code();
        return code.equals(check.code())
                || DiagnosticFamily.of(code)
                        .filter(family -> family.check().equals(check))
                        .isPresent();
    }

    /** True when the check was made on the whole rule, or is for rules of other kinds. */
    boolean isSettled(CheckInfo check) {
        CheckInfo counted =
                DiagnosticFamily.of(check.code()).map(DiagnosticFamily::check).orElse(check);
        return !check.appliesTo(document.kind())
                || made.contains(counted)
                        && notChecked.stream().noneMatch(not -> not.check().equals(counted));
    }

    /** Collects a draft. */
    static final class Builder {
        private final RuleDocument document;
        private final LintSelection.Chosen chosen;
        private final Set<Finding> findings = new LinkedHashSet<>();
        private final List<NotChecked> notChecked = new ArrayList<>();
        private final List<CheckInfo> made = new ArrayList<>();

        Builder(RuleDocument document, LintSelection.Chosen chosen) {
            this.document = document;
            this.chosen = chosen;
        }

        /** A draft that goes on from another. */
        static Builder from(LintDraft draft) {
            Builder builder = new Builder(draft.document, draft.chosen);
            builder.findings.addAll(draft.findings);
            builder.notChecked.addAll(draft.notChecked);
            builder.made.addAll(draft.made);
            return builder;
        }

        void made(CheckInfo check) {
            made.add(check);
        }

        void notChecked(CheckInfo check, String reason) {
            notChecked.add(new NotChecked(check, reason));
        }

        void add(Finding finding) {
            findings.add(chosen.severity(finding.check()).map(finding::at).orElse(finding));
        }

        /** Takes what a check put into its context. */
        void take(CheckInfo check, RuleContext context) {
            List<Finding> found = context.findings();
            found.forEach(this::add);
            if (found.isEmpty() && context.reasonNotChecked().isPresent()) {
                notChecked(check, context.reasonNotChecked().get());
            } else {
                made(check);
            }
        }

        LintDraft build() {
            return new LintDraft(document, chosen, findings, List.copyOf(notChecked), List.copyOf(made));
        }
    }
}
