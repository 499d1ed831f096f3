package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;

/** A comparison with null, which is never true. */
@RuleInfo(code = "KL636", name = "compared-with-null", category = LintCategory.MEANING, severity = Severity.ERROR)
final class ComparedWithNull implements LintRule, OnComparison {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        boolean isNull = isNull(comparison.left(), context) || isNull(comparison.right(), context);
        // Of `!=` the opposite holds: it is true for what is not null.
        if (isNull && comparison.operator() != ComparisonOperator.NOT_EQUAL) {
            context.report(comparison.origin(), "a comparison with null is never true")
                    .help("use `isnull()`");
        }
    }

    private static boolean isNull(Scalar scalar, RuleContext context) {
        return scalar instanceof Scalar.Constant(var value, var origin)
                && value instanceof Value.Null
                && ScalarParts.isWritten(scalar, context);
    }
}
