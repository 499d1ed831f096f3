package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;

/** A union that passes over tables that are not there. */
@RuleInfo(
        code = "KL625",
        name = "fuzzy-union",
        category = LintCategory.MEANING,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class FuzzyUnion implements LintRule, OnOperator {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Union union) {
            for (Parameter parameter : union.parameters()) {
                if (parameter.name().equals("isfuzzy") && parameter.word().equals("true")) {
                    context.report(
                                    parameter.origin(),
                                    "a table that is not there, or whose name is misspelt, is left out in silence")
                            .help("watch that the tables are filled, or leave `isfuzzy` out");
                }
            }
        }
    }
}
