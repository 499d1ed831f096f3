package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;

/** Data that a query fetches without encryption. */
@RuleInfo(code = "KL624", name = "data-over-plain-http", category = LintCategory.MEANING, severity = Severity.WARNING)
final class DataOverPlainHttp implements LintRule, OnRelation {
    @Override
    public void check(Relation relation, RuleContext context) {
        if (relation instanceof Relation.External external) {
            for (String location : external.locations()) {
                if (location.regionMatches(true, 0, "http:", 0, "http:".length())) {
                    context.report(
                                    external.origin(),
                                    "the data comes over plain HTTP, where anybody on the way can change it")
                            .help("use an address that begins with `https:`");
                }
            }
        }
    }
}
