package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Expression;

/** {@code and} and {@code or} beside each other without parentheses. */
@RuleInfo(code = "KL644", name = "mixed-and-or", category = LintCategory.MEANING, severity = Severity.NOTE)
final class MixedAndOr implements LintRule, OnExpression {
    @Override
    public void check(Expression expression, RuleContext context) {
        MixedLogic.of(expression)
                .filter(mixed -> !mixed.looksLikeList(context))
                .ifPresent(mixed -> context.report(
                                mixed.bare().getFirst().origin(),
                                "`and` is stronger than `or` here, and no parentheses say so")
                        .help("put parentheses where they are meant")
                        .fix(
                                Applicability.SAFE,
                                "put parentheses where the engine sees them now",
                                mixed.parentheses(context)));
    }
}
