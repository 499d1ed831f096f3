package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;

/** Grouping by what is selected, where nothing is. */
@RuleInfo(
        code = "KL213",
        name = "grouping-by-nothing",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class GroupingByNothing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        SelectedGrouping.of(document, context)
                .filter(grouping -> grouping.groupByEntities().isEmpty()
                        && grouping.groupByAlertDetails().isEmpty()
                        && grouping.groupByCustomDetails().isEmpty())
                .ifPresent(grouping -> context.reportInFile(
                                grouping.matchingMethod()
                                        .map(Located::span)
                                        .orElse(grouping.place().span()),
                                "alerts are grouped by what is selected, and nothing is")
                        .help("list entities, alert details or custom details, or use `AllEntities`"));
    }
}
