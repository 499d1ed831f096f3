package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Expression;

/** {@code a and b == 1 or b == 2}: the last test escapes the first. */
@RuleInfo(code = "KL620", name = "and-before-or", category = LintCategory.MEANING, severity = Severity.WARNING)
final class AndBeforeOr implements LintRule, OnExpression {
    @Override
    public void check(Expression expression, RuleContext context) {
        MixedLogic.of(expression)
                .filter(mixed -> mixed.looksLikeList(context))
                .ifPresent(mixed -> context.report(
                                mixed.bare().getFirst().origin(),
                                "`and` is stronger than `or`, so that the test behind the `or` stands alone")
                        .help("put parentheses around the tests that belong together")
                        .fix(
                                Applicability.SAFE,
                                "put parentheses where the engine sees them now",
                                mixed.parentheses(context)));
    }
}
