package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.LinkedHashSet;
import java.util.Set;

/** Rows multiplied before a filter that does not need it. */
@RuleInfo(code = "KL713", name = "expand-before-filter", category = LintCategory.COST, severity = Severity.NOTE)
final class ExpandBeforeFilter implements LintRule, OnFilter {
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        if (!(filter.input() instanceof Relation.Expand expand)) {
            return;
        }
        Set<ColumnId> before = new LinkedHashSet<>();
        expand.input().columns().forEach(column -> before.add(column.id()));
        for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
            Set<ColumnId> read = ScalarParts.columns(conjunct);
            if (!read.isEmpty() && before.containsAll(read) && !ScalarParts.readsMore(conjunct)) {
                context.report(
                                conjunct.origin(),
                                "the test reads nothing of what `mv-expand` makes, and runs on every row of it")
                        .help("put it before `mv-expand`");
                return;
            }
        }
    }
}
