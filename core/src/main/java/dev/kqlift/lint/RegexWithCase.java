package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;

/** A regular expression that tells case, on a text whose case varies. */
@RuleInfo(code = "KL608", name = "regex-with-case", category = LintCategory.MEANING, severity = Severity.NOTE)
final class RegexWithCase implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.StringMatch match && VaryingCase.isColumn(match.text(), definitions)) {
                for (RegexPatterns.Pattern pattern : RegexPatterns.of(match)) {
                    check(match, pattern, context);
                }
            }
        }
    }

    private static void check(Scalar.StringMatch match, RegexPatterns.Pattern pattern, RuleContext context) {
        String text = pattern.text();
        // What stands behind a backslash or in brackets is a class; one that names both cases is meant so.
        String letters = text.replaceAll("\\\\.", "").replaceAll("\\[[^\\]]*\\]", "");
        if (!text.contains("(?i") && VaryingCase.hasLetters(letters)) {
            context.report(
                            pattern.origin(),
                            "`" + context.textOf(match.text().origin().span())
                                    + "` comes in any case, and this pattern tells case")
                    .help("begin the pattern with `(?i)`");
        }
    }
}
