package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An analytics rule whose alerts name no entity. */
@RuleInfo(
        code = "KL317",
        name = "no-entity-mappings",
        category = LintCategory.OUTPUT,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NoEntityMappings implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .filter(keys -> keys.mapping().get("entityMappings").isEmpty())
                .filter(keys -> keys.mapping().get("sentinelEntitiesMappings").isEmpty())
                .ifPresent(keys -> context.reportInFile(keys.place(), "the rule maps no entity")
                        .help("map the columns that name accounts, hosts, addresses or files"));
    }
}
