package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;

/** Bins of time that are as wide as the whole window. */
@RuleInfo(
        code = "KL254",
        name = "bin-wider-than-period",
        category = LintCategory.SCHEDULE,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class BinWiderThanPeriod implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<Long> period = RuleSchedule.period(context);
        if (period.isEmpty()) {
            context.notChecked("the rule states no `queryPeriod` that can be read");
            return;
        }
        TableColumns tables = TableColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            // Without an aggregate a second bin repeats a row and loses nothing.
            if (relation instanceof Relation.Aggregate aggregate
                    && !aggregate.aggregates().isEmpty()) {
                for (Assignment key : aggregate.keys()) {
                    check(key.value(), period.get(), tables, context);
                }
            }
        }
    }

    private static void check(Scalar key, long period, TableColumns tables, RuleContext context) {
        if (ScalarParts.isCall(key, "bin", "floor")
                && key instanceof Scalar.Call call
                && call.arguments().size() == 2
                && tables.isTime(call.arguments().getFirst())) {
            Optional<Long> width = Moment.length(call.arguments().get(1));
            if (width.isPresent() && width.get() >= period) {
                context.report(
                                call.origin(),
                                "bins of " + RuleSchedule.words(width.get()) + " over a window of "
                                        + RuleSchedule.words(period)
                                        + " cut it in two at a full hour or day, where a count per bin is lost")
                        .help("leave the bin out; the window is one bin already");
            }
        }
    }
}
