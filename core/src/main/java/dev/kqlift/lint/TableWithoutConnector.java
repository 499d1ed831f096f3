package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.semantic.BoundQuery;

/** A table that the query reads and that no required connector lists. */
@RuleInfo(
        code = "KL133",
        name = "table-without-connector",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class TableWithoutConnector implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        RuleKeys.of(context.subject().document(), context)
                .map(DataTypes::of)
                .filter(types -> !types.isEmpty())
                .ifPresent(types -> query.tables().stream()
                        .filter(table -> types.of(table).isEmpty())
                        .forEach(table -> missing(table, types, context)));
    }

    private static void missing(String table, DataTypes types, RuleContext context) {
        if (context.subject().tables().table(table).isEmpty()) {
            context.notChecked("the table or parser `" + table + "` is not known");
        } else {
            context.reportInFile(types.place(), "the query reads `" + table + "`, which no required connector lists")
                    .help("add the connector that fills `" + table + "`");
        }
    }
}
