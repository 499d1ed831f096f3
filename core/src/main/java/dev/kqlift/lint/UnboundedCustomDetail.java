package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** A custom detail of a list that has no limit. */
@RuleInfo(
        code = "KL326",
        name = "unbounded-custom-detail",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnboundedCustomDetail implements LintRule, OnDocument {
    private static final List<String> MAKERS = List.of("make_set", "makeset", "make_list", "makelist");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        List<NamedColumn> details = MissingColumns.named(document, context).stream()
                .filter(named -> named.use() == NamedColumn.Use.CUSTOM_DETAIL)
                .toList();
        if (details.isEmpty()) {
            return;
        }
        ResultColumns.of(context).ifPresent(columns -> {
            ColumnExpressions expressions = ColumnExpressions.of(columns.query());
            details.forEach(detail -> expressions
                    .call(detail.column().value())
                    .filter(call -> MAKERS.contains(call.function()) && call.arguments() == 1)
                    .ifPresent(call -> report(detail, call, context)));
        });
    }

    private static void report(NamedColumn detail, ColumnExpressions.Made call, RuleContext context) {
        int values = SentinelLimits.VALUES_OF_CUSTOM_DETAIL;
        context.reportInFile(
                        detail.column().span(),
                        "`" + detail.column().value() + "` has no limit; an alert takes " + values
                                + " values of a detail, and "
                                + SentinelLimits.CUSTOM_DETAIL_BYTES / 1024 + " KB of all together")
                .help("give `" + call.function() + "` a size: `" + call.function() + "(…, " + values + ")`")
                .label(call.span(), "made here");
    }
}
