package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;

/** A star or a percent sign in an operator that takes it as it stands. */
@RuleInfo(code = "KL606", name = "wildcard-in-plain-text", category = LintCategory.MEANING, severity = Severity.WARNING)
final class WildcardInPlainText implements LintRule, OnStringMatch, OnComparison {
    /** Columns whose values hold stars of their own. */
    private static final String FREE_TEXT = "(?i).*(command|script|url|uri|query|filter|parameter|scope|rule|content"
            + "|additional|data|message|text|cmd|line|resource|permission|action|verb).*";

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        if (match.kind() != MatchKind.REGEX && match.kind() != MatchKind.LIKE) {
            match.patterns().forEach(pattern -> check(match.text(), pattern, context));
        }
    }

    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        check(comparison.left(), comparison.right(), context);
    }

    private static void check(Scalar subject, Scalar pattern, RuleContext context) {
        for (String text : ConstantTexts.of(pattern)) {
            if (isWildcard(text) && isName(subject)) {
                context.report(
                                pattern.origin(),
                                "the `*` of `" + text + "` is taken as it stands, and not as a wildcard")
                        .help("use `startswith`, `endswith` or `contains` without the star, or `matches regex`");
                return;
            }
        }
    }

    private static boolean isWildcard(String text) {
        return text.length() > 3
                && (text.startsWith("*") || text.endsWith("*"))
                && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isName(Scalar subject) {
        return subject instanceof Scalar.ColumnRef reference
                && !reference.column().name().matches(FREE_TEXT);
    }
}
