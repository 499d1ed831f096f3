package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A period of which the query looks at a small part only. */
@RuleInfo(
        code = "KL252",
        name = "window-far-below-period",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class WindowFarBelowPeriod implements LintRule, OnBound {
    private static final int FAR = 4;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<Long> period = RuleSchedule.period(context);
        if (period.isEmpty()) {
            context.notChecked("the rule states no `queryPeriod` that can be read");
            return;
        }
        TableColumns tables = TableColumns.of(query);
        List<TimeBound> bounds = new ArrayList<>();
        for (Scalar scalar : QueryScalars.of(query)) {
            for (TimeBound bound : TimeBound.of(scalar)) {
                if (bound.lower() && bound.moment().relative() && bound.isOfTable(tables)) {
                    bounds.add(bound);
                }
            }
        }
        long widest = bounds.stream()
                .mapToLong(bound -> -bound.moment().ticks())
                .max()
                .orElse(0);
        if (widest > 0 && widest * FAR <= period.get() && bounds.size() >= sources(query)) {
            context.report(
                            bounds.getFirst().origin(),
                            "the query looks back " + RuleSchedule.words(widest) + " of the "
                                    + RuleSchedule.words(period.get()) + " that the service gives it")
                    .help("shorten `queryPeriod`, or widen the window");
        }
    }

    /** How many sources of rows there are that a window could bound. */
    private static long sources(BoundQuery query) {
        return QueryRelationList.of(query).stream()
                .filter(relation -> relation instanceof Relation.TableScan
                        || relation instanceof Relation.FunctionScan
                        || relation instanceof Relation.Unresolved)
                .count();
    }
}
