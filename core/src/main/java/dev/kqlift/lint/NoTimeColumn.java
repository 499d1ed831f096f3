package dev.kqlift.lint;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.Stage;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import java.util.List;

/** A result without a column that says when something happened. */
@RuleInfo(
        code = "KL327",
        name = "no-time-column",
        category = LintCategory.OUTPUT,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NoTimeColumn implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return;
        }
        ResultColumns.of(context).ifPresent(columns -> {
            if (columns.all().stream().anyMatch(NoTimeColumn::mayBeTime)) {
                return;
            }
            if (columns.open()) {
                context.notChecked("the result may have columns that are not known");
                return;
            }
            List<Stage> stages = context.subject().analysis().stages();
            Span last = stages.isEmpty() ? Span.at(0) : columns.keyword(stages.getLast());
            context.report(last, "the result has no column with a time")
                    .help("keep `TimeGenerated`, or the times of the first and the last event");
        });
    }

    private static boolean mayBeTime(OutputField field) {
        return field.type() == KqlType.DATETIME || field.type() == KqlType.UNKNOWN;
    }
}
