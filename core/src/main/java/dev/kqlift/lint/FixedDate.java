package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;

/** A fixed date in a rule that runs for ever. */
@RuleInfo(
        code = "KL258",
        name = "fixed-date",
        category = LintCategory.SCHEDULE,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM, RuleKind.DEFENDER})
final class FixedDate implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        TableColumns tables = TableColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Filter filter) {
                for (Scalar part : ScalarParts.of(filter.predicate())) {
                    for (TimeBound bound : TimeBound.of(part)) {
                        if (!bound.moment().relative() && bound.isOfTable(tables)) {
                            report(bound, context);
                        }
                    }
                }
            }
        }
    }

    private static void report(TimeBound bound, RuleContext context) {
        context.report(
                        bound.origin(),
                        bound.lower()
                                ? "from that date on the test is always true, and before it the rule never fires"
                                : "from that date on the test is never true")
                .help("count back from now with `ago()`, or delete the test");
    }
}
