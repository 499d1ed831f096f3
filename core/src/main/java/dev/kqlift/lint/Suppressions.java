package dev.kqlift.lint;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comments of a rule file that take findings back, and what is wrong with them. */
final class Suppressions {
    private final List<LintDraft> drafts;
    private final List<SuppressionComment> comments;
    /** The codes, by place, that took something back. */
    private final Set<Located<String>> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private Suppressions(List<LintDraft> drafts, List<SuppressionComment> comments) {
        this.drafts = drafts;
        this.comments = comments;
    }

    /** The comments of the file that some drafts are of. */
    static Suppressions of(List<LintDraft> drafts) {
        return new Suppressions(
                drafts,
                SuppressionReader.read(drafts.stream().map(LintDraft::document).toList()));
    }

    /** True when a comment takes the finding back. */
    boolean takesBack(Finding finding) {
        boolean taken = false;
        for (SuppressionComment comment : comments) {
            if (comment.reason().isPresent() && comment.verb().isPresent() && comment.covers(finding.span())) {
                for (Located<String> code : comment.codes()) {
                    if (code.value().equals(finding.check().code())) {
                        used.add(code);
                        taken = true;
                    }
                }
            }
        }
        return taken;
    }

    /** The checks of comments that are made on a rule. */
    List<CheckInfo> checks(LintDraft draft) {
        return SuppressionChecks.ALL.stream().filter(draft.chosen()::runs).toList();
    }

    /** What is wrong with the comments that belong to a draft; asked after all findings of the file were. */
    List<Finding> findings(int draft) {
        List<Finding> findings = new ArrayList<>();
        for (SuppressionComment comment : comments) {
            if (owner(comment.span()) == draft) {
                examine(comment, findings);
            }
        }
        LintSelection.Chosen chosen = drafts.get(draft).chosen();
        return findings.stream()
                .filter(finding -> chosen.runs(finding.check()))
                .map(finding ->
                        chosen.severity(finding.check()).map(finding::at).orElse(finding))
                .toList();
    }

    /** The rule that a comment stands in: of several in a file the last that begins before it. */
    private int owner(Span comment) {
        int owner = 0;
        for (int i = 1; i < drafts.size(); i++) {
            if (start(drafts.get(i)) <= comment.start()) {
                owner = i;
            }
        }
        return owner;
    }

    private static int start(LintDraft draft) {
        int query = draft.document().query().map(text -> text.toFile(0)).orElse(Integer.MAX_VALUE);
        return draft.document()
                .fields()
                .map(fields -> Math.min(query, fields.span().start()))
                .orElse(query);
    }

    private void examine(SuppressionComment comment, List<Finding> findings) {
        if (comment.verb().isEmpty() || comment.codes().isEmpty()) {
            findings.add(SuppressionChecks.notUnderstood(comment));
            return;
        }
        List<Located<String>> unused = new ArrayList<>();
        for (Located<String> code : comment.codes()) {
            Optional<CheckInfo> check = check(code.value());
            if (check.isEmpty()) {
                findings.add(SuppressionChecks.unknownCode(code, hint(code.value())));
            } else if (SuppressionChecks.ALL.contains(check.get())) {
                findings.add(SuppressionChecks.ofSuppressions(code));
            } else if (comment.reason().isPresent() && isUnused(code, check.get())) {
                unused.add(code);
            }
        }
        if (comment.reason().isEmpty()) {
            findings.add(SuppressionChecks.withoutReason(comment));
        }
        for (Located<String> code : unused) {
            boolean all = unused.size() == comment.codes().size();
            findings.add(SuppressionChecks.unused(comment, code, all));
        }
    }

    /** A check that was not made would perhaps have found what the comment is about. */
    private boolean isUnused(Located<String> code, CheckInfo check) {
        return !used.contains(code) && drafts.stream().allMatch(draft -> draft.isSettled(check));
    }

    private static Optional<CheckInfo> check(String code) {
        Optional<CheckInfo> check = LintRules.info(code);
        if (check.isPresent()) {
            return check;
        }
        for (DiagnosticCode diagnostic : DiagnosticCode.values()) {
            if (diagnostic.name().equals(code) && CheckInfo.isReported(diagnostic)) {
                return Optional.of(CheckInfo.of(diagnostic));
            }
        }
        return Optional.empty();
    }

    private static String hint(String code) {
        for (CheckInfo check : LintRules.infos()) {
            if (check.name().equals(code)) {
                return "; the check of that name is `" + check.code() + "`";
            }
        }
        List<String> codes = LintRules.infos().stream().map(CheckInfo::code).toList();
        return Nearest.word(code, codes)
                .map(near -> "; did you mean `" + near + "`?")
                .orElse("");
    }
}
