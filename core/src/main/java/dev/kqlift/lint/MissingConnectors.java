package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A rule that does not say which connectors bring its data. */
@RuleInfo(
        code = "KL131",
        name = "missing-connectors",
        category = LintCategory.METADATA,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT})
final class MissingConnectors implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .ifPresent(keys -> keys.require(
                                "requiredDataConnectors", "name the connector and the data types that the query reads")
                        .filter(finding -> keys.mapping().has("requiredDataConnectors"))
                        // An empty list is a statement of its own: no one connector brings the data.
                        .ifPresent(finding -> finding.atMost(Severity.NOTE)));
    }
}
