package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.Value;

/** An estimated count compared with a number that the estimate does not hit exactly. */
@RuleInfo(
        code = "KL623",
        name = "estimate-against-large-number",
        category = LintCategory.MEANING,
        severity = Severity.NOTE)
final class EstimateAgainstLargeNumber implements LintRule, OnBound {
    /** Up to about so many values the estimate is exact. */
    private static final int EXACT = 1_000;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison
                    && comparison.right() instanceof Scalar.Constant(Value.Whole(var number, var type), var origin)
                    && number > EXACT
                    && definitions.resolve(comparison.left()) instanceof Scalar.AggregateCall call
                    && call.function().name().startsWith("dcount")) {
                context.report(
                                comparison.origin(),
                                "`" + call.function().name()
                                        + "()` is an estimate above about 1,000 values, so that the"
                                        + " threshold is not sharp")
                        .help("use `count_distinct()` where it has to be");
            }
        }
    }
}
