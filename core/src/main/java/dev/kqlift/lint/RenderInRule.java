package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.TabularOperator;

/** {@code render} at the end of a rule, which nobody looks at. */
@RuleInfo(
        code = "KL514",
        name = "render-in-rule",
        category = LintCategory.NAMES,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM, RuleKind.DEFENDER})
final class RenderInRule implements LintRule, OnQuery {
    @Override
    public void check(Query query, RuleContext context) {
        LastOperator.of(query).ifPresent(last -> {
            if (last.operator() instanceof TabularOperator.Render) {
                context.report(context.keyword(last.operator()), "a rule draws no chart, so that `render` does nothing")
                        .help("delete it")
                        .fix(Applicability.SAFE, "delete `render`", context.delete(last.withBar()));
            }
        });
    }
}
