package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;

/** A negated test of a member that may be missing. */
@RuleInfo(code = "KL619", name = "negated-test-of-path", category = LintCategory.MEANING, severity = Severity.NOTE)
final class NegatedTestOfPath implements LintRule, OnComparison, OnStringMatch {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        if (comparison.operator() == ComparisonOperator.NOT_EQUAL && comparison.right() instanceof Scalar.Constant) {
            check(comparison.left(), comparison.origin(), context);
        }
    }

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        if (match.negated()) {
            check(match.text(), match.origin(), context);
        }
    }

    private static void check(Scalar subject, Origin origin, RuleContext context) {
        Scalar inner = ScalarParts.isCall(subject, "tostring", "tolower", "toupper")
                        && subject instanceof Scalar.Call call
                        && !call.arguments().isEmpty()
                ? call.arguments().getFirst()
                : subject;
        if (inner instanceof Scalar.Member || inner instanceof Scalar.Element) {
            context.report(
                            origin,
                            "the test is true where `"
                                    + context.textOf(inner.origin().span()) + "` is missing")
                    .help("add `isnotempty(…)` where rows without it are to be left out");
        }
    }
}
