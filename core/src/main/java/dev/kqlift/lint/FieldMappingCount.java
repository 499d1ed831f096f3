package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;

/** An entity mapping with no field, or with more than the service takes. */
@RuleInfo(
        code = "KL314",
        name = "field-mapping-count",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class FieldMappingCount implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        int limit = SentinelLimits.IDENTIFIERS_OF_MAPPING;
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            int count = mapping.fieldMappings().size();
            if (count == 0 && AlertSettings.read(document).unread().isEmpty()) {
                context.reportInFile(mapping.place(), "the mapping has no `fieldMappings`")
                        .help("map an identifier to a column");
            } else if (count > limit) {
                Span fourth = mapping.fieldMappings().get(limit).span();
                context.reportInFile(
                                mapping.fieldMappings()
                                        .get(limit)
                                        .identifier()
                                        .map(Located::span)
                                        .orElse(fourth),
                                "the mapping has " + count + " identifiers; the limit is " + limit)
                        .help("keep the strongest");
            }
        }
    }
}
