package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;

/** A filter that looks further back than the service lets the query see. */
@RuleInfo(
        code = "KL251",
        name = "window-beyond-period",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class WindowBeyondPeriod implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<Long> period = RuleSchedule.period(context);
        if (period.isEmpty()) {
            context.notChecked("the rule states no `queryPeriod` that can be read");
            return;
        }
        TableColumns tables = TableColumns.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            for (TimeBound bound : TimeBound.of(scalar)) {
                if (bound.lower()
                        && bound.moment().relative()
                        && -bound.moment().ticks() > period.get()
                        && bound.isOfTable(tables)) {
                    report(bound, period.get(), context);
                }
            }
        }
    }

    private static void report(TimeBound bound, long period, RuleContext context) {
        FindingBuilder finding = context.report(
                        bound.origin(),
                        "the query looks back "
                                + RuleSchedule.words(-bound.moment().ticks()) + ", and the service gives it the last "
                                + RuleSchedule.words(period))
                .help("raise `queryPeriod`, or shorten the window");
        context.subject()
                .document()
                .metadata()
                .queryPeriod()
                .ifPresent(place -> finding.labelInFile(place.span(), "the window that the service gives"));
    }
}
