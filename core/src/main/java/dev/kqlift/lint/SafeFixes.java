package dev.kqlift.lint;

import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The safe fixes of a file that can be applied together: of two that touch the same text the first is taken, and the other has
 * to be found again in what comes out.
 *
 * @param findings what is mended, in the order of the file
 */
public record SafeFixes(List<Finding> findings) {
    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> edits(finding).getFirst().span().start())
            .thenComparing(finding -> finding.check().code());

    public SafeFixes {
        findings = List.copyOf(findings);
    }

    /** The fixes of the findings of a file. */
    public static SafeFixes of(List<LintSession.Linted> rules) {
        List<Finding> candidates = new ArrayList<>();
        for (LintSession.Linted rule : rules) {
            rule.outcome().findings().stream().filter(SafeFixes::isSafe).forEach(candidates::add);
        }
        candidates.sort(ORDER);
        List<Finding> taken = new ArrayList<>();
        List<TextEdit> edits = new ArrayList<>();
        for (Finding candidate : candidates) {
            if (edits(candidate).stream().noneMatch(edit -> edits.stream().anyMatch(other -> touches(edit, other)))) {
                taken.add(candidate);
                edits.addAll(edits(candidate));
            }
        }
        return new SafeFixes(taken);
    }

    /** True for findings that {@code --fix} mends. */
    public static boolean isSafe(Finding finding) {
        return finding.fix()
                .filter(fix -> fix.applicability() == Applicability.SAFE
                        && !fix.edits().isEmpty())
                .isPresent();
    }

    private static List<TextEdit> edits(Finding finding) {
        return finding.fix().orElseThrow().edits();
    }

    private static boolean touches(TextEdit one, TextEdit other) {
        Span a = one.span();
        Span b = other.span();
        return a.start() < b.end() && b.start() < a.end() || a.start() == b.start() || a.end() == b.end();
    }

    /** The text with all of the fixes; new lines end as those of the text do. */
    public String apply(String text) {
        boolean carriageReturns = text.contains("\r\n");
        List<TextEdit> edits = new ArrayList<>();
        findings.forEach(finding -> edits.addAll(edits(finding)));
        edits.sort(
                Comparator.comparingInt((TextEdit edit) -> edit.span().start()).reversed());
        StringBuilder out = new StringBuilder(text);
        for (TextEdit edit : edits) {
            String replacement = edit.replacement().replace("\r\n", "\n");
            out.replace(
                    edit.span().start(),
                    edit.span().end(),
                    carriageReturns ? replacement.replace("\n", "\r\n") : replacement);
        }
        return out.toString();
    }
}
