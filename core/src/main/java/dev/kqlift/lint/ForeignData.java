package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;

/** Data from outside the workspace that decides what a rule finds. */
@RuleInfo(
        code = "KL637",
        name = "foreign-data",
        category = LintCategory.MEANING,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM, RuleKind.DEFENDER})
final class ForeignData implements LintRule, OnRelation {
    @Override
    public void check(Relation relation, RuleContext context) {
        if (relation instanceof Relation.External external) {
            context.report(
                            external.origin(),
                            "whoever can write to the address of `externaldata` decides what the rule finds")
                    .help("load the data into a watchlist or a table of the workspace");
        }
    }
}
