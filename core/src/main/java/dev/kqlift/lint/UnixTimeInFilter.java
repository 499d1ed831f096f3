package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;

/** A filter that turns a number of every row into a time. */
@RuleInfo(code = "KL711", name = "unix-time-in-filter", category = LintCategory.COST, severity = Severity.NOTE)
final class UnixTimeInFilter implements LintRule, OnFilter {
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        for (Scalar part : ScalarParts.of(filter.predicate())) {
            if (part instanceof Scalar.Call call
                    && call.function().name().startsWith("unixtime_")
                    && call.arguments().stream()
                            .anyMatch(argument -> !ScalarParts.columns(argument).isEmpty())) {
                context.report(call.origin(), "the number is turned into a time for every row, only to compare it")
                        .help("turn the constant into a number instead, or filter by `TimeGenerated` first");
            }
        }
    }
}
