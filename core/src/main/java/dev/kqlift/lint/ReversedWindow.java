package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A window of time whose end is before its start. */
@RuleInfo(code = "KL256", name = "reversed-window", category = LintCategory.SCHEDULE, severity = Severity.ERROR)
final class ReversedWindow implements LintRule, OnScalar {
    @Override
    public void check(Scalar scalar, RuleContext context) {
        if (scalar instanceof Scalar.Between) {
            check(TimeBound.of(scalar), context);
        } else if (scalar instanceof Scalar.Logical logical && logical.conjunction()) {
            List<TimeBound> bounds = new ArrayList<>();
            for (Scalar conjunct : ScalarParts.conjuncts(logical)) {
                if (conjunct instanceof Scalar.Comparison) {
                    bounds.addAll(TimeBound.of(conjunct));
                }
            }
            check(bounds, context);
        }
    }

    private static void check(List<TimeBound> bounds, RuleContext context) {
        for (TimeBound start : bounds) {
            for (TimeBound end : bounds) {
                if (start.lower()
                        && !end.lower()
                        && start.time().equals(end.time())
                        && start.moment().relative()
                        && start.moment().isAfter(end.moment())) {
                    context.report(end.origin(), "the window ends before it starts, so that no row is in it")
                            .help("put the earlier moment first: `between (ago(7d) .. ago(1d))`");
                    return;
                }
            }
        }
    }
}
