package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;

/** Some rows, and nobody knows which. */
@RuleInfo(
        code = "KL621",
        name = "arbitrary-rows",
        category = LintCategory.MEANING,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM, RuleKind.DEFENDER})
final class ArbitraryRows implements LintRule, OnRelation {
    @Override
    public void check(Relation relation, RuleContext context) {
        if (relation instanceof Relation.Take take && take.kind() != Relation.TakeKind.TOP && !isSorted(take.input())) {
            context.report(take.origin(), "which rows stay is not defined, so that a rule drops some at random")
                    .help("delete it, or use `top … by …`");
        }
    }

    private static boolean isSorted(Relation relation) {
        Relation below = relation;
        while (below instanceof Relation.Project
                || below instanceof Relation.Filter
                || below instanceof Relation.Marker) {
            below = Trees.inputs(below).getFirst();
        }
        return below instanceof Relation.Sort;
    }
}
