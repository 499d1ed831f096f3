package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;

/** {@code has} with a term that the index does not hold. */
@RuleInfo(code = "KL635", name = "short-term", category = LintCategory.MEANING, severity = Severity.NOTE)
final class ShortTerm implements LintRule, OnStringMatch {
    private static final int SHORTEST = 3;

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        if (match.kind() == MatchKind.TERM) {
            for (Scalar pattern : match.patterns()) {
                for (String text : ConstantTexts.of(pattern)) {
                    if (text.length() < SHORTEST && text.matches("[A-Za-z0-9]+")) {
                        context.report(
                                        pattern.origin(),
                                        "`" + text
                                                + "` is shorter than the terms of the index, so that every row is read")
                                .help("add a longer term, or filter by another column first");
                        return;
                    }
                }
            }
        }
    }
}
