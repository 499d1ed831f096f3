package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A required connector that does not say which of its data the rule reads. */
@RuleInfo(
        code = "KL132",
        name = "connector-without-data-types",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class ConnectorWithoutDataTypes implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context).ifPresent(keys -> {
            for (Datum item : keys.items(keys.mapping(), "requiredDataConnectors")) {
                if (item instanceof Datum.Mapping connector && !hasDataTypes(connector)) {
                    context.reportInFile(RuleKeys.place(connector), "the connector has no `dataTypes`")
                            .help("list the tables of the connector that the query reads");
                }
            }
        });
    }

    /** A key in other case is what another check finds. */
    private static boolean hasDataTypes(Datum.Mapping connector) {
        return connector.entries().stream()
                .anyMatch(entry -> entry.key().value().equalsIgnoreCase("dataTypes")
                        && !entry.value().isNull());
    }
}
