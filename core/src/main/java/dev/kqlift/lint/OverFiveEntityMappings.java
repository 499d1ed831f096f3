package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** More entity mappings than the checks of the Azure-Sentinel repository take. */
@RuleInfo(
        code = "KL316",
        name = "over-five-entity-mappings",
        category = LintCategory.OUTPUT,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT})
final class OverFiveEntityMappings implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        List<AlertSettings.EntityMapping> mappings = EntityMappings.of(document, context);
        int limit = SentinelLimits.ENTITY_MAPPINGS_OF_REPOSITORY;
        if (mappings.size() > limit && mappings.size() <= SentinelLimits.ENTITY_MAPPINGS) {
            context.reportInFile(
                            mappings.get(limit).place(),
                            "the rule has " + mappings.size()
                                    + " entity mappings; the checks of the Azure-Sentinel repository stop at " + limit)
                    .help("keep " + limit + " where the rule is for that repository");
        }
    }
}
