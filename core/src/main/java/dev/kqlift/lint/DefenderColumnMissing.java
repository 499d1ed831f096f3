package dev.kqlift.lint;

import dev.kqlift.analysis.Stage;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/** A custom detection whose result lacks a column that tells the service which event an alert is about. */
@RuleInfo(
        code = "KL903",
        name = "defender-column-missing",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class DefenderColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        ResultColumns.of(context).ifPresent(columns -> {
            if (!columns.has("Timestamp") && !columns.has("TimeGenerated")) {
                report("Timestamp", columns, context);
            }
            List<String> tables = columns.query().tables();
            if (tables.stream().anyMatch(table -> hasColumn(table, "ReportId", context)) && !columns.has("ReportId")) {
                report("ReportId", columns, context);
            }
            if (tables.stream().anyMatch(table -> isOfDevices(table, context)) && !columns.has("DeviceId")) {
                report("DeviceId", columns, context);
            }
        });
    }

    private static boolean isOfDevices(String table, RuleContext context) {
        return table.startsWith("Device") && hasColumn(table, "ReportId", context);
    }

    private static boolean hasColumn(String table, String column, RuleContext context) {
        return context.subject().tables().table(table).stream()
                .flatMap(schema -> schema.columns().stream())
                .anyMatch(one -> one.name().equals(column));
    }

    private static void report(String column, ResultColumns columns, RuleContext context) {
        if (columns.open()) {
            context.notChecked("the result may have columns that are not known");
            return;
        }
        List<Stage> stages = context.subject().analysis().stages();
        Optional<Stage> dropped = columns.dropped(column);
        Span place = dropped.or(() -> stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast()))
                .map(columns::keyword)
                .orElseGet(() -> Span.at(0));
        String message = "a custom detection needs `" + column + "`, which the query does not return";
        FindingBuilder finding = context.report(place, message);
        finding.help(
                dropped.filter(stage -> stage.operator().equals("summarize")).isPresent()
                        ? "take a whole event of each group: `summarize arg_max(Timestamp, *)`"
                        : "keep `" + column + "` of the event");
    }
}
